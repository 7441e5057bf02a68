import type { Problem } from "@/lib/http/serving/problem";

/** What the API refused, as it said it. */
export class ApiError extends Error {
  readonly problem: Pick<Problem, "status" | "code" | "detail" | "errors">;

  constructor(problem: ApiError["problem"]) {
    super(problem.detail);
    this.name = "ApiError";
    this.problem = problem;
  }
}

interface CallOptions {
  /** The ETag of what the change was made from: it is refused where somebody else was faster. */
  ifMatch?: string;
  /** Of pages for who is not signed in: a 401 is theirs to explain. */
  anonymous?: true;
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** Calls the app's own API as the person who is signed in. Throws ApiError; who is signed out goes to sign in. */
export async function requestApi(
  method: Method,
  path: string,
  body?: unknown,
  { ifMatch, anonymous }: CallOptions = {},
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(ifMatch === undefined ? {} : { "If-Match": ifMatch }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError({
      status: 0,
      code: "unavailable",
      detail: "Storeyard can’t be reached. Check your connection and try again.",
    });
  }
  if (response.ok) return response;
  if (response.status === 401 && !anonymous) goToSignIn();
  throw new ApiError(await readProblem(response));
}

/** What the API answers to such a call; nothing where it has nothing to say. */
export async function callApi<T = void>(
  method: Method,
  path: string,
  body?: unknown,
  options?: CallOptions,
): Promise<T> {
  const response = await requestApi(method, path, body, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
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
    // No problem document: something in front of the app answered.
    return {
      status: response.status,
      code: "internal",
      detail:
        response.status === 429
          ? `These were too many requests. ${whenToRetry(response)}`
          : `The server answered ${response.status}. Try again in a moment.`,
    };
  }
}

function whenToRetry(response: Response): string {
  const seconds = Number(response.headers.get("retry-after"));
  if (!(seconds > 0)) return "Try again in a moment.";
  return `Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
}
