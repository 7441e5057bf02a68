import { describe, expect, it } from "vitest";
import { checkAnswer } from "./check-answer";

const headers = { "x-request-id": "r1" };
const json = (body: unknown, init: ResponseInit = {}) =>
  Response.json(body, { ...init, headers: { ...headers, ...init.headers } });
const list = { method: "GET", url: "http://localhost/api/stores?limit=1" };
const problem = { type: "about:blank", title: "Not Found", status: 404, code: "not_found", detail: "No." };
const asProblem = { status: 404, headers: { "content-type": "application/problem+json; charset=utf-8" } };

describe("an answer that conforms to the API document", () => {
  it.each([
    ["a list", list, () => json({ stores: [], nextCursor: null })],
    ["a problem", { method: "GET", url: "/api/stores/blue" }, () => json(problem, asProblem)],
    ["a path outside of the API", { method: "GET", url: "/healthz" }, () => new Response("?")],
  ])("passes: %s", async (_what, asked, answer) => {
    await expect(checkAnswer(asked, answer())).resolves.toBeUndefined();
  });
});

describe("an answer that does not conform to the API document", () => {
  it.each([
    ["an undocumented status", list, () => json(problem, asProblem), /says nothing/],
    ["an additional field", list, () => json({ stores: [], nextCursor: null, secret: 1 }), /additional/],
    ["a missing field", list, () => json({ stores: [] }), /nextCursor/],
    ["another content type", list, () => new Response("hello", { headers }), /text\/plain/],
    ["a missing header", list, () => Response.json({ stores: [], nextCursor: null }), /X-Request-Id/],
    [
      "an unknown code",
      { method: "DELETE", url: "/stores/blue" },
      () => json({ ...problem, code: "lost" }, asProblem),
      /code must be equal/,
    ],
  ])("fails for %s", async (_what, asked, answer, message) => {
    await expect(checkAnswer(asked, answer())).rejects.toThrow(message);
  });
});
