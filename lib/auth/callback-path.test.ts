import { expect, it } from "vitest";
import { callbackPath, withCallback } from "./callback-path";

it.each([
  ["/stores/blue", "/stores/blue"],
  ["/stores/new?type=wordpress", "/stores/new?type=wordpress"],
  ["/?phase=failed&q=tea%20pots&cursor=a%3D%3D", "/?phase=failed&q=tea%20pots&cursor=a%3D%3D"],
  ["/audit?q=a#top", "/audit?q=a#top"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
  ["", "/"],
  ["https://evil.example/", "/"],
  ["//evil.example/path", "/"],
  ["/\\evil.example/path", "/"],
  ["/\t/evil.example/path", "/"],
  ["/.//evil.example/path", "/"],
  ["/a/..//evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?callbackUrl=/sign-in", "/"],
  ["/api/stores", "/"],
])("the callback URL %j becomes %s", (given, path) => {
  expect(callbackPath(given)).toBe(path);
});

it.each([
  ["https://yard.example.com/audit?q=a", "/audit?q=a"],
  ["https://yard.example.com//evil.example", "/"],
  ["https://yard.example.com.evil.example/audit", "/"],
  ["https://evil.example/audit", "/"],
  ["https://yard.example.com", "/"],
])("the address %j of a failed sign-in leads to %s", (given, path) => {
  expect(callbackPath(given, "https://yard.example.com")).toBe(path);
});

it("the sign-in page is given the page with its whole query", () => {
  expect(withCallback("/sign-in", "/")).toBe("/sign-in");
  const address = new URL(withCallback("/sign-in", "/audit?q=a%26b&actor=ann"), "http://localhost");
  expect(address.searchParams.get("callbackUrl")).toBe("/audit?q=a%26b&actor=ann");
});
