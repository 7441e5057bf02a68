import { expect, test } from "vitest";
import { leadsBack } from "./leads-back";
import { parseSoftware } from "./software-version";

const now = parseSoftware("WooCommerce 9.5.1, WordPress 6.9.4, PHP 8.4.11");

test.each([
  ["WooCommerce 9.10, WordPress 6.9.4", false],
  ["WooCommerce 9.6, WordPress 6.9.3", true],
  ["WooCommerce 9.5", true],
  ["WooCommerce 9.5.1-beta.2", true],
  ["WooCommerce 9.6.0-beta.2", false],
  ["", false],
])("an offer of “%s” is a downgrade: %s", (offered, back) => {
  expect(leadsBack(parseSoftware(offered), now)).toBe(back);
});
