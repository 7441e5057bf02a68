import { expect, it } from "vitest";
import { requestedPage, requestTargetHeader } from "./requested-page";

it.each([
  ["/", "/"],
  ["/?phase=failed&q=tea%20pots", "/?phase=failed&q=tea%20pots"],
  ["/?phase=failed&_rsc=1ab2c", "/?phase=failed"],
  ["/stores/blue/logs?_rsc=1ab2c", "/stores/blue/logs"],
  ["/stores/blue/logs?_rsc=1ab2c&component=database", "/stores/blue/logs?component=database"],
  ["/audit?q=what%3F&from=2026-01-01?", "/audit?q=what%3F&from=2026-01-01?"],
])("the request %s asks for the page %s", (target, page) => {
  expect(requestedPage(new Headers({ [requestTargetHeader]: target }))).toBe(page);
});

it("a request that says nothing leads to the first page", () => {
  expect(requestedPage(new Headers())).toBe("/");
});
