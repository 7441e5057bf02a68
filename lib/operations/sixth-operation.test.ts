import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectRoot } from "@/scripts/shell/state";

/** A small kind of operation and its route, in the places that they have in the project. */
const fixture = join(projectRoot, "tests/fixtures/sixth-operation");
const registry = "lib/operations/registry.ts";
const registryLine = 'export { inventory } from "./inventory/inventory";\n';
const copied = [
  ...["app", "charts", "components", "drizzle", "images", "lib", "scripts", "cluster", "tests/support"],
  ...["package.json", "tsconfig.json", "vitest.config.ts"],
];
const left = new Set(["node_modules", ".next", "medusa-storefront"]);

interface Report {
  testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "storeyard-kind-"));
  for (const path of copied) {
    cpSync(join(projectRoot, path), join(project, path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !left.has(basename(file)),
    });
  }
  symlinkSync(join(projectRoot, "node_modules"), join(project, "node_modules"));
});
afterAll(() => rmSync(project, { recursive: true }));

it("a new kind of operation needs its folder, one registry line and one route", async () => {
  const files = globSync("**/*.ts", { cwd: fixture });
  for (const file of files) {
    expect(file).toMatch(/^(lib\/operations\/inventory\/|app\/api\/stores\/\[name\]\/inventory\/route\.ts$)/);
    expect(existsSync(join(project, file)), file).toBe(false);
  }
  cpSync(fixture, project, { recursive: true, verbatimSymlinks: true });

  const without = await runTests();
  expect(without.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);

  writeFileSync(join(project, registry), readFileSync(join(projectRoot, registry), "utf8") + registryLine);
  const tests = await runTests();
  expect(tests.filter(({ status }) => status !== "passed")).toEqual([]);
  expect(tests.map(({ fullName }) => fullName).sort()).toEqual([
    "an inventory ends as cancelled between its steps",
    "an inventory finishes after a crash, without repeating a finished step",
    "an inventory is listed by pages and the API",
    "the access rule of each operation applies to every kind of caller: takeInventory",
  ]);
}, 600_000);

/** In a process of its own: the kinds are read when it starts, as in every other of the project's processes. */
async function runTests(): Promise<Report["testResults"][number]["assertionResults"]> {
  const output = join(project, "report.json");
  rmSync(output, { force: true });
  const files = ["lib/operations/inventory/", "app/authorisation.test.ts"];
  const named = ["-t", "^an inventory |takeInventory$"];
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...files, ...named];
  const said = await new Promise<string>((resolve) => {
    const reporting = [...args, "--reporter=json", `--outputFile=${output}`];
    execFile(
      process.execPath,
      reporting,
      { cwd: project, env: { ...process.env, NO_COLOR: "1" } },
      (_failed, stdout, stderr) => resolve(`${stdout}\n${stderr}`),
    );
  });
  if (!existsSync(output)) throw new Error(said);
  const report = JSON.parse(readFileSync(output, "utf8")) as Report;
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== "pending" && status !== "skipped");
}
