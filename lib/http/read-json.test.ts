import { describe, expect, it } from "vitest";
import type { Problem } from "./problem";
import { readJson } from "./read-json";

function post(
  body: BodyInit,
  headers: Record<string, string> = { "content-type": "application/json" },
): Request {
  return new Request("http://localhost/api/stores", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
}

async function refusal(request: Request): Promise<Problem> {
  const thrown = await readJson(request).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Response);
  return (thrown as Response).json();
}

it("a JSON body is read", async () => {
  expect(await readJson(post('{"name":"blue"}'))).toEqual({ name: "blue" });
});

describe("a body that is refused", () => {
  it.each([
    ["an empty one", post(""), 400, "is empty"],
    ["one that is no JSON", post("name=blue"), 400, "not valid JSON"],
    ["a cut one", post('{"name":'), 400, "not valid JSON"],
    ["one that is no UTF-8", post(new Uint8Array([0x22, 0xff, 0x22])), 400, "not UTF-8"],
    ["a key twice", post('{"name":"a","type":"x","name":"b"}'), 400, "“name” twice"],
    ["a form", post("a=b", { "content-type": "application/x-www-form-urlencoded" }), 415, "as JSON"],
    ["one without a type", post(new Uint8Array([0x31]), {}), 415, "as JSON"],
    [
      "one that says it is too large",
      post("1", { "content-type": "application/json", "content-length": "70000" }),
      413,
      "64 kB",
    ],
  ])("%s", async (_what, request, status, words) => {
    const problem = await refusal(request);
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(words);
  });
});

it("a body that goes on and on is not read to its end", async () => {
  let pulled = 0;
  let cancelled = false;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      if (pulled > 100) return controller.close();
      controller.enqueue(new Uint8Array(16 * 1024));
    },
    cancel() {
      cancelled = true;
    },
  });
  expect((await refusal(post(body))).status).toBe(413);
  expect(cancelled).toBe(true);
  expect(pulled).toBeLessThan(10);
});
