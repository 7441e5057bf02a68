import { describe, expect, it } from "vitest";
import { methodsOfAddresses } from "@/lib/http/server/methods-of-addresses";
import { refuseMethod } from "@/lib/http/server/refuse-method";
import { methodsIn, pathOf, routeFiles } from "@/tests/support/route-files";

/** Answers every method, and says of each address that there is nothing. */
const everywhere = "app/api/[...path]/route.ts";

const routes = routeFiles
  .filter((file) => file !== everywhere)
  .map((file) => ({ path: pathOf(file).replace("[...nextauth]", "{...}"), methods: methodsIn(file) }));

describe("a method that an address does not have", () => {
  it("is known of every route", () => {
    const served = routes.map(({ path, methods }) => [path, methods.toSorted()]);
    const written = Object.entries(methodsOfAddresses).map(([path, methods]) => [
      path,
      methods.split(" ").sort(),
    ]);
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(served));
  });

  it.each(routes)("is refused as a problem, with those that it has: $path", async ({ path, methods }) => {
    const address = path.replaceAll(/\{[^}]+\}/g, "blue");
    const answered = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"].map((method) => ({
      method,
      answer: refuseMethod(method, address),
    }));
    const had = answered.filter(({ answer }) => answer === null).map(({ method }) => method);
    const head = methods.includes("GET") ? ["HEAD"] : [];
    expect(had.sort()).toEqual([...methods, ...head, "OPTIONS"].sort());
    for (const { answer } of answered) {
      if (answer === null) continue;
      expect(answer.status).toBe(405);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      expect(answer.headers.get("allow")?.split(", ").sort()).toEqual(had.sort());
      expect(await answer.json()).toMatchObject({ status: 405, code: "invalid" });
    }
  });

  it("of an address that is nobody's is not its business, nor of a page's", () => {
    for (const path of ["/api/nothing", "/api/stores/a/b/c", "/", "/stores/blue", "/api/docs"]) {
      expect(refuseMethod("PUT", path)).toBeNull();
    }
  });

  it("is read by the address that is written out, where one with a parameter would fit too", () => {
    expect(refuseMethod("GET", "/api/me/password")?.headers.get("allow")).toBe("POST, OPTIONS");
    expect(refuseMethod("GET", "/api/me/sessions/")).toBeNull();
  });
});
