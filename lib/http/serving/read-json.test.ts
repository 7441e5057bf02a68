import { describe, expect, it } from "vitest";
import type { Problem } from "../resources/problem-resource";
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

it("a JSON body is parsed", async () => {
  expect(await readJson(post('{"name":"blue"}'))).toEqual({ name: "blue" });
});

describe("readJson refuses", () => {
  it.each([
    ["an empty body", post(""), 400, "is empty"],
    ["a body that is not JSON", post("name=blue"), 400, "not valid JSON"],
    ["a truncated body", post('{"name":'), 400, "not valid JSON"],
    ["a body that is not UTF-8", post(new Uint8Array([0x22, 0xff, 0x22])), 400, "not UTF-8"],
    ["a body with a duplicate key", post('{"name":"a","type":"x","name":"b"}'), 400, "“name” twice"],
    ["a form", post("a=b", { "content-type": "application/x-www-form-urlencoded" }), 415, "as JSON"],
    ["a body without a content type", post(new Uint8Array([0x31]), {}), 415, "as JSON"],
    ["a body that is too large", post(`"${"x".repeat(70_000)}"`), 413, "64 kB"],
  ])("%s", async (_what, request, status, words) => {
    const problem = await refusal(request);
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(words);
  });
});

/** A body of so many pieces of 16 kB. */
function bodyOf(pieces: number) {
  const seen = { pulled: 0, cancelled: false };
  const stream = new ReadableStream({
    pull(controller) {
      if (seen.pulled === pieces) return controller.close();
      seen.pulled += 1;
      controller.enqueue(new Uint8Array(16 * 1024));
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { seen, stream };
}

it("a body that is too large is read to its end, so that the client receives the refusal", async () => {
  const { seen, stream } = bodyOf(100);
  expect((await refusal(post(stream))).status).toBe(413);
  expect(seen).toEqual({ pulled: 100, cancelled: false });
});

it("an endless body is not read to its end", async () => {
  const { seen, stream } = bodyOf(Number.POSITIVE_INFINITY);
  expect((await refusal(post(stream))).status).toBe(413);
  expect(seen.cancelled).toBe(true);
  expect(seen.pulled).toBeLessThan(1_100);
});

it("a body that stops before its end is given up", async () => {
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(100 * 1024)),
  });
  expect((await refusal(post(stream))).status).toBe(413);
});
