import { toProblemResponse } from "./problem";

/**
 * The problem response of next-auth's route. Its `url` is where next-auth's client looks for the error. Rethrows
 * unexpected errors.
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
