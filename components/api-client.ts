import type { Problem } from "@/lib/http/problem";

/** What the API refused, as it said it. */
export class ApiError extends Error {
  readonly problem: Pick<Problem, "status" | "code" | "detail" | "errors">;

  constructor(problem: ApiError["problem"]) {
    super(problem.detail);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** Calls the app's own API as the person who is signed in. Throws ApiError; who is signed out goes to sign in. */
export async function callApi<T>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError({
      status: 0,
      code: "unavailable",
      detail: "Storeyard can’t be reached. Check your connection and try again.",
    });
  }
  if (response.ok) return (await response.json()) as T;
  if (response.status === 401) goToSignIn();
  throw new ApiError(await readProblem(response));
}

export function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}

export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.problem.detail : "Something went wrong. Try again.";
}

async function readProblem(response: Response): Promise<ApiError["problem"]> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return {
      status: response.status,
      code: "internal",
      detail: `The server answered ${response.status}. Try again in a moment.`,
    };
  }
}
