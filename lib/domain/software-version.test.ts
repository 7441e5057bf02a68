import { expect, test } from "vitest";
import { describeSoftware } from "./software-version";

const woocommerce = { name: "WooCommerce", version: "9.5.1" };
const wordpress = { name: "WordPress", version: "6.8.3" };
const php = { name: "PHP", version: "8.4.11" };

test("a shop is described with what it stands on, and no further", () => {
  expect(describeSoftware([woocommerce, wordpress, php])).toBe("WooCommerce 9.5.1 on WordPress 6.8.3");
  expect(describeSoftware([wordpress])).toBe("WordPress 6.8.3");
});

test("a shop that has said nothing is not described", () => {
  expect(describeSoftware([])).toBeNull();
});
