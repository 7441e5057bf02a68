import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { engineProfiles } from "./engine-profiles";

const names = [
  ...new Set(Object.values(engineProfiles).flatMap(({ parts }) => parts.map(({ name }) => name))),
];

it("files outside of the engine folders do not name a part", () => {
  const literal = new RegExp(`(["'\`])(${names.join("|")})\\1`);
  const files = globSync("{app,components,lib}/**/*.{ts,tsx}", {
    exclude: ["lib/engines/*/**", "**/*.test.{ts,tsx}"],
  });
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => literal.test(readFileSync(file, "utf8")))).toEqual([]);
});
