import type { Problem } from "@/lib/http/resources/problem-resource";

/** An error response of the API, as its problem document describes it. */
export class ApiError extends Error {
  readonly problem: Pick<Problem, "status" | "code" | "detail" | "errors">;

  constructor(problem: ApiError["problem"]) {
    super(problem.detail);
    this.name = "ApiError";
    this.problem = problem;
  }
}

interface CallOptions {
  /** The ETag of the version that the change is based on: the API refuses the change if it is outdated. */
  ifMatch?: string;
  /** For pages outside a session: a 401 throws instead of redirecting to the sign-in page. */
  anonymous?: true;
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** Calls the API as the signed-in user. Throws ApiError. A 401 redirects to the sign-in page. */
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

/** Calls the API and parses the JSON of the response; undefined for 204. Throws ApiError. */
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
  const here = window.location.pathname + window.location.search + window.location.hash;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}

export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.problem.detail : "Something went wrong. Try again.";
}

async function readProblem(response: Response): Promise<ApiError["problem"]> {
  try {
    return (await response.json()) as Problem;
  } catch {
    // No problem document: a proxy in front of the app answered.
    return {
      status: response.status,
      code: "internal",
      detail:
        response.status === 429
          ? `Rate limit exceeded. ${whenToRetry(response)}`
          : `The server answered ${response.status}. Try again in a moment.`,
    };
  }
}

function whenToRetry(response: Response): string {
  const seconds = Number(response.headers.get("retry-after"));
  if (!(seconds > 0)) return "Try again in a moment.";
  return `Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
}
