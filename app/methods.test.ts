import { describe, expect, it } from "vitest";
import { routes } from "@/lib/http/contract/routes";
import { refuseMethod } from "@/lib/http/server/refuse-method";
import { methodsIn, pathOf, routeFiles } from "@/tests/support/route-files";

/** Answers 404 to every address under /api that no other file answers. */
const catchAll = "app/api/[...path]/route.ts";

const routesOnDisk = routeFiles
  .filter((file) => file !== catchAll)
  .map((file) => ({ path: pathOf(file).replace("[...nextauth]", "{...}"), methods: methodsIn(file) }));

it("the contract lists the route files and their methods, and nothing else", () => {
  const sorted = (list: readonly { path: string; methods: readonly string[] }[]) =>
    Object.fromEntries(list.map(({ path, methods }) => [path, methods.toSorted()]));
  expect(sorted(routes)).toEqual(sorted(routesOnDisk));
});

describe("a method that a path does not support", () => {
  it.each(routesOnDisk)("is refused with the supported methods: $path", async ({ path, methods }) => {
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

  it("is not refused at pages and unknown paths", () => {
    for (const path of ["/api/nothing", "/api/stores/a/b/c", "/", "/stores/blue", "/api/docs"]) {
      expect(refuseMethod("PUT", path)).toBeNull();
    }
  });

  it("is looked up at a fixed path before a path with parameters", () => {
    expect(refuseMethod("GET", "/api/me/password")?.headers.get("allow")).toBe("POST, OPTIONS");
    expect(refuseMethod("GET", "/api/me/sessions/")).toBeNull();
  });
});
