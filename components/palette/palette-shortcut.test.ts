import { expect, it } from "vitest";
import { paletteShortcut } from "./palette-shortcut";

it.each([
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15", "⌘K"],
  ["Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "⌘K"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Ctrl K"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Ctrl K"],
  [null, "Ctrl K"],
])("the shortcut matches the operating system of %s", (userAgent, shortcut) => {
  expect(paletteShortcut(userAgent)).toBe(shortcut);
});
