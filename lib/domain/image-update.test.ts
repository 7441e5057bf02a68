import { expect, test } from "vitest";
import { describeUpdate, sayTarget } from "./image-update";
import { parseSoftware } from "./software-version";

const now = parseSoftware("WooCommerce 9.5.1, WordPress 6.9.4, PHP 8.4.11");

test.each([
  ["WooCommerce 9.6, WordPress 6.9.5", "WooCommerce 9.6 (now 9.5.1)"],
  ["WooCommerce 9.5.1, WordPress 6.9.5", "WordPress 6.9.5 (now 6.9.4)"],
  ["WooCommerce 9.5.1, WordPress 6.9.4, PHP 8.4.11", "a newer build of WooCommerce 9.5.1"],
  ["", "a newer build of WooCommerce 9.5.1"],
])("an update to “%s” is described as %s", (offered, told) => {
  expect(describeUpdate(parseSoftware(offered), now)).toBe(told);
});

test("an update without known versions is described without versions", () => {
  expect(describeUpdate([], [])).toBe("newer images");
});

test("the target is described without the current version", () => {
  expect(sayTarget(parseSoftware("WooCommerce 9.6"), now)).toBe("WooCommerce 9.6");
});
