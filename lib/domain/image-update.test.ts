import { expect, test } from "vitest";
import { describeUpdate, sayTarget } from "./image-update";
import { parseSoftware } from "./software-version";

const now = parseSoftware("WooCommerce 9.5.1, WordPress 6.9.4, PHP 8.4.11");

test.each([
  ["WooCommerce 9.6, WordPress 6.9.5", "WooCommerce 9.6 (now 9.5.1)"],
  ["WooCommerce 9.5.1, WordPress 6.9.5", "WordPress 6.9.5 (now 6.9.4)"],
  ["WooCommerce 9.5.1, WordPress 6.9.4, PHP 8.4.11", "a newer build of WooCommerce 9.5.1"],
  ["", "a newer build of WooCommerce 9.5.1"],
])("an offer of “%s” is told as %s", (offered, told) => {
  expect(describeUpdate(parseSoftware(offered), now)).toBe(told);
});

test("of a store and images that say nothing, no version is told", () => {
  expect(describeUpdate([], [])).toBe("newer images");
});

test("what it is updated to is told without what it is now", () => {
  expect(sayTarget(parseSoftware("WooCommerce 9.6"), now)).toBe("WooCommerce 9.6");
});
