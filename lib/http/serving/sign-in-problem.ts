import { toProblemResponse } from "./problem";

/**
 * A refusal of next-auth's own route: a problem as everywhere, with the `url` in which next-auth's client looks for the
 * error. Throws what was not foreseen.
 */
export async function signInProblem(appUrl: string, error: unknown): Promise<Response> {
  const response = toProblemResponse(error);
  if (response === null) throw error;
  const problem = (await response.json()) as { detail: string };
  const url = new URL("/sign-in", appUrl);
  url.searchParams.set("error", problem.detail);
  return new Response(JSON.stringify({ ...problem, url: url.href }), {
    status: response.status,
    headers: response.headers,
  });
}
