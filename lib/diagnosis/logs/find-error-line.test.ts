import { expect, it } from "vitest";
import { findErrorLine } from "./find-error-line";

it("a fatal error of a plugin is found with its file and line, before later notices", () => {
  const log = [
    "10.0.0.1 - - [27/Nov/2026] GET / 500",
    "[php:error] PHP Fatal error:  Uncaught Error: Call to undefined function boom() in /var/lib/shop/plugins/extra/extra.php:12",
    "Stack trace:",
    "#0 {main}",
    "[php:notice] an error that is only a notice",
  ].join("\n");
  expect(findErrorLine(log)).toEqual({
    text: expect.stringContaining("undefined function boom()"),
    place: "plugins/extra/extra.php:12",
  });
});

it("the other format of a place in PHP's messages is parsed too", () => {
  const line =
    "PHP Parse error:  syntax error, unexpected end of file in /var/www/html/wp-content/themes/mine/functions.php on line 7";
  expect(findErrorLine(line)?.place).toBe("wp-content/themes/mine/functions.php:7");
});

it("an error of a Node.js server is found without a place", () => {
  expect(findErrorLine('{"level":"error","message":"connect ECONNREFUSED"}\nlistening')).toEqual({
    text: '{"level":"error","message":"connect ECONNREFUSED"}',
    place: null,
  });
});

it("a log without an error has none", () => {
  expect(findErrorLine("GET / 200\nGET /cart 200")).toBeNull();
});
