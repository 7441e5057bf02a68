import { vi } from "vitest";

interface ApiCall {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

type Answer = Response | Promise<Response>;

/** Answers the page's calls of the API with `answer` for the rest of the test, and lists them. */
export function fakeApi(answer: (call: ApiCall) => Answer): ApiCall[] {
  const calls: ApiCall[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    const call: ApiCall = {
      method: init.method ?? "GET",
      path,
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
      headers: (init.headers ?? {}) as Record<string, string>,
    };
    calls.push(call);
    return answer(call);
  });
  return calls;
}

/** The problem document that the API answers to a refused call. */
export function problem(
  status: number,
  detail: string,
  errors?: { field: string; message: string }[],
): Response {
  return Response.json({ status, code: "conflict", detail, errors }, { status });
}
