import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { engineProfiles } from "./engine-profiles";

const names = [
  ...new Set(Object.values(engineProfiles).flatMap(({ parts }) => parts.map(({ name }) => name))),
];

const files = globSync("{app,components,lib}/**/*.{ts,tsx}", {
  exclude: ["lib/engines/*/**", "lib/engines/collected-*.ts", "**/*.test.{ts,tsx}"],
});

it("files outside of the engine folders do not name a part", () => {
  const literal = new RegExp(`(["'\`])(${names.join("|")})\\1`);
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => literal.test(readFileSync(file, "utf8")))).toEqual([]);
});

it("no file outside of the engines' folders decides by the name of a type", () => {
  const literal = new RegExp(`(["'])(${Object.keys(engineProfiles).join("|")})\\1`);
  // The API's document needs an example of a create.
  const example = /^ {2}example: .*$/m;
  const naming = files.filter((file) => literal.test(readFileSync(file, "utf8").replace(example, "")));
  expect(naming).toEqual([]);
});

it("a type that sells nothing says nothing of a shop", () => {
  const words = /\b(shop|orders?|products?|cart|checkout)\b/i;
  const others = Object.values(engineProfiles).filter(({ sells }) => !sells);
  expect(others.length).toBeGreaterThan(0);
  for (const { parts, verification, sampleProducts, sizeStore } of others) {
    expect(sampleProducts).toBe(0);
    const shown = parts.flatMap(({ title, phrase, deletable = "" }) => [title, phrase, deletable]);
    const plan = { pods: 10, cpuMillis: 4_000, memoryMib: 4_096, storageMib: 8_192, volumeMib: 4_096 };
    const sizes = sizeStore(plan).containers.map(({ label }) => label);
    expect([verification, ...shown, ...sizes].filter((text) => words.test(text))).toEqual([]);
  }
});
