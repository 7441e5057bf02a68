import { describe, expect, it } from "vitest";
import { parseStoreQuery } from "./parse-store-query";
import { isFiltered, storesPath } from "./store-query";

describe("the URL of the list of stores", () => {
  it("is parsed to the query it was built from", () => {
    const query = { q: "tea & co", phase: "ready", type: "wordpress", sort: "name" } as const;
    const address = new URL(storesPath(query), "http://localhost");
    expect(parseStoreQuery(Object.fromEntries(address.searchParams))).toMatchObject(query);
  });

  it("with invalid parameters shows all stores", () => {
    const query = parseStoreQuery({ phase: "sleeping", type: ["a", "b"], sort: "", q: "  " });
    expect(isFiltered(query)).toBe(false);
    expect(storesPath(query)).toBe("/");
  });

  it("goes back to the first page when the filter changes and keeps the other parameters", () => {
    expect(storesPath({ q: "tea", cursor: "abc" }, { phase: "failed" })).toBe("/?q=tea&phase=failed");
    expect(storesPath({ q: "tea" }, { cursor: "abc" })).toBe("/?q=tea&cursor=abc");
    expect(storesPath({ q: "tea", phase: "failed" }, { phase: undefined })).toBe("/?q=tea");
  });
});
