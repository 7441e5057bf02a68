import { expect, test } from "vitest";
import { describeSoftware, parseSoftware } from "./software-version";

const woocommerce = { name: "WooCommerce", version: "9.5.1" };
const wordpress = { name: "WordPress", version: "6.8.3" };
const php = { name: "PHP", version: "8.4.11" };

test("a shop is described with its platform only", () => {
  expect(describeSoftware([woocommerce, wordpress, php])).toBe("WooCommerce 9.5.1 on WordPress 6.8.3");
  expect(describeSoftware([wordpress])).toBe("WordPress 6.8.3");
});

test("a shop without known versions has no description", () => {
  expect(describeSoftware([])).toBeNull();
});

test("the versions of an image are parsed, including names of two words", () => {
  expect(parseSoftware("WooCommerce 9.5.1, Node.js 20.19.2,My Shop 1.0-beta")).toEqual([
    { name: "WooCommerce", version: "9.5.1" },
    { name: "Node.js", version: "20.19.2" },
    { name: "My Shop", version: "1.0-beta" },
  ]);
});

test("a text without versions has none", () => {
  expect(parseSoftware("")).toEqual([]);
  expect(parseSoftware("WordPress, latest")).toEqual([]);
});
