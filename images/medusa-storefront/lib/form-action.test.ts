import { describe, expect, test } from "vitest";
import { formAction, isOwnForm } from "./form-action";
import { MedusaError } from "./medusa";

const post = (headers: Record<string, string> = {}) =>
  new Request("http://shop.localhost/actions/x", {
    method: "POST",
    body: new URLSearchParams({ a: "1" }),
    headers,
  });

describe("the origin of a form", () => {
  test.each([
    [
      "accepts a form of this shop",
      { origin: "http://shop.localhost:8080", host: "shop.localhost:8080" },
      true,
    ],
    ["accepts a client that sends no origin", { host: "shop.localhost" }, true],
    ["refuses another site", { origin: "http://evil.example", host: "shop.localhost" }, false],
    ["refuses another port", { origin: "http://shop.localhost:1", host: "shop.localhost:2" }, false],
    ["refuses a page with the origin null", { origin: "null", host: "shop.localhost" }, false],
  ])("%s", (_, headers, own) => {
    expect(isOwnForm({ headers: new Headers(headers as Record<string, string>) })).toBe(own);
  });
});

describe("a form's action", () => {
  test("redirects the browser to the returned path", async () => {
    const answer = await formAction(async (form) => `/cart?a=${form.get("a")}`, "/cart")(post());
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/cart?a=1"]);
  });

  test("is not run for another site", async () => {
    let called = false;
    const action = formAction(async () => {
      called = true;
      return "/";
    }, "/");
    expect((await action(post({ origin: "http://evil.example", host: "shop.localhost" }))).status).toBe(403);
    expect(called).toBe(false);
  });

  test.each([
    ["Some variant does not have the required inventory", "stock"],
    ["The cart is completed", "refused"],
  ])("redirects back when Medusa refuses it: %s", async (message, problem) => {
    const answer = await formAction(async () => {
      throw new MedusaError(400, message);
    }, "/cart")(post());
    expect(answer.headers.get("location")).toBe(`/cart?problem=${problem}`);
  });

  test("answers an error if it throws", async () => {
    const action = formAction(async () => {
      throw new MedusaError(503, "away");
    }, "/cart");
    await expect(action(post())).rejects.toThrow("away");
  });
});
