import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { createStore } from "../contract/stores";
import type { Problem } from "../resources/problem-resource";
import { toProblemResponse } from "./problem";

async function problemOf(error: unknown): Promise<Problem> {
  const response = toProblemResponse(error);
  expect(response?.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const problem = (await response?.json()) as Problem;
  expect(problem.status).toBe(response?.status);
  return problem;
}

function refusalOf(input: unknown): unknown {
  return createStore.body?.safeParse(input).error;
}

describe("an AppError", () => {
  it("becomes a problem with the status of its code, its message and its field", async () => {
    const problem = await problemOf(new AppError("conflict", "The name is taken.", { field: "name" }));
    expect(problem).toEqual({
      type: "about:blank",
      title: "Conflict",
      status: 409,
      code: "conflict",
      detail: "The name is taken.",
      field: "name",
      errors: [{ field: "name", message: "The name is taken." }],
    });
  });

  it("with the code unauthenticated says how to sign in", () => {
    const response = toProblemResponse(new AppError("unauthenticated", "Sign in."));
    expect(response?.headers.get("www-authenticate")).toBe("Bearer");
  });
});

describe("input that a schema rejects", () => {
  it("becomes a problem with a message for each field", async () => {
    const problem = await problemOf(refusalOf({ name: "Blue", type: "magento", currency: "EURO" }));
    expect(problem).toMatchObject({ status: 422, code: "invalid", field: "name" });
    expect(problem.errors?.map(({ field }) => field)).toEqual(["name", "type", "currency"]);
    expect(problem.detail).toBe(problem.errors?.[0]?.message);
  });

  it.each([
    ["an unknown field", { name: "a", type: "wordpress", image: "x" }, "Unknown field “image”."],
    ["a prototype's field", JSON.parse('{"name":"a","type":"wordpress","__proto__":{}}'), "“__proto__”"],
    ["a list", [], "The body must be a JSON object."],
    ["a wrong type", { name: "a", type: "wordpress", title: 5 }, "“title” must be of type string."],
  ])("gets a message about %s", async (_what, input, sentence) => {
    expect((await problemOf(refusalOf(input))).detail).toContain(sentence);
  });

  it("is quoted only with the beginning of a long key", async () => {
    const problem = await problemOf(refusalOf({ name: "a", type: "wordpress", ["x".repeat(5_000)]: 1 }));
    expect(problem.detail.length).toBeLessThan(120);
  });
});

it("an unexpected error is thrown on", () => {
  expect(toProblemResponse(new TypeError("secret internals"))).toBeNull();
});
