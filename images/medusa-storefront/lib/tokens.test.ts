import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const themeOf = (file: string) => /@theme \{[\s\S]*?\n\}\n/.exec(readFileSync(file, "utf8"))?.[0];

test("the storefront uses the dashboard's design tokens", () => {
  const theme = themeOf("images/medusa-storefront/app/globals.css");
  expect(theme).toContain("--color-ink");
  expect(theme).toBe(themeOf("app/globals.css"));
});
