import { expect, it } from "vitest";
import { callbackPath } from "./callback-path";

it.each([
  ["/stores/blue", "/stores/blue"],
  ["/stores/new?type=wordpress", "/stores/new?type=wordpress"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
  ["", "/"],
  ["https://evil.example/", "/"],
  ["//evil.example/path", "/"],
  ["/\\evil.example/path", "/"],
  ["/\t/evil.example/path", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?callbackUrl=/sign-in", "/"],
  ["/api/stores", "/"],
])("the callback URL %j becomes %s", (given, path) => {
  expect(callbackPath(given)).toBe(path);
});
