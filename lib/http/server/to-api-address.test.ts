import { expect, it } from "vitest";
import { toApiAddress } from "./to-api-address";

it.each([
  ["POST", "/stores", "/api/stores"],
  ["POST", "/stores?dry=1", "/api/stores?dry=1"],
  ["DELETE", "/stores/blue", "/api/stores/blue"],
  ["GET", "/stores/blue", "/stores/blue"],
  ["HEAD", "/stores", "/stores"],
  ["POST", "/stores/blue/settings", "/stores/blue/settings"],
  ["POST", "/storesandmore", "/storesandmore"],
  ["POST", "/api/stores", "/api/stores"],
])("%s %s is rewritten to %s", (method, url, expected) => {
  expect(toApiAddress(method, url)).toBe(expected);
});
