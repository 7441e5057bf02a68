import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { causeCodes } from "@/lib/domain/cause";

const sources = globSync("lib/**/*.ts").filter((file) => !file.includes(".test."));

test.each(causeCodes)("some code produces the cause %s", (code) => {
  const producers = sources.filter((file) => readFileSync(file, "utf8").includes(`code: "${code}"`));
  expect(producers).not.toEqual([]);
});
