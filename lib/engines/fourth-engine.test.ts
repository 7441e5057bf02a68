import { execFile } from "node:child_process";
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectRoot } from "@/scripts/shell/state";
import { helmBinary } from "@/tests/support/helm-binary";

/** A small engine with its chart and its image, in the places that they have in the project. */
const fixture = join(projectRoot, "tests/fixtures/fourth-engine");
const copied = [
  ...["app", "charts", "cluster", "components", "drizzle", "images", "lib", "scripts", "tests/support"],
  ...["package.json", "tsconfig.json", "vitest.config.ts"],
];
const left = new Set(["node_modules", ".next", "medusa-storefront"]);

interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "storeyard-four-"));
  for (const path of copied) {
    cpSync(join(projectRoot, path), join(project, path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !left.has(basename(file)) && !/\/collected-\w+\.ts$/.test(file),
    });
  }
  symlinkSync(join(projectRoot, "node_modules"), join(project, "node_modules"));
});
afterAll(() => rmSync(project, { recursive: true }));

it("a new engine needs its folder, its chart and its images, and no change elsewhere", async () => {
  for (const file of globSync("**/*.*", { cwd: fixture })) {
    expect(file).toMatch(/^(lib\/engines|charts|images)\/guest-book\b/);
    expect(existsSync(join(project, file)), file).toBe(false);
  }
  cpSync(fixture, project, { recursive: true, verbatimSymlinks: true });

  const report = await runTests("lib/engines/engines.test.ts", "lib/engines/guest-book/");
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(tests.filter(({ status }) => status !== "passed")).toEqual([]);
  // A file that can't be imported has no failed test.
  expect(report.testResults.filter(({ status }) => status !== "passed")).toEqual([]);
  const ofTheInterface = (type: string) =>
    tests.filter(({ fullName }) => fullName.startsWith(`the engine ${type} `)).length;
  expect(ofTheInterface("guest-book")).toBeGreaterThan(5);
  expect(ofTheInterface("guest-book")).toBe(ofTheInterface("medusa"));
  expect(report.testResults.map(({ name }) => basename(name)).sort()).toEqual([
    "engines.test.ts",
    "guest-book.test.ts",
    "parts.test.ts",
  ]);
}, 180_000);

/** In a process of its own: it finds the engines when it starts, as every other of the project's processes does. */
async function runTests(...files: string[]): Promise<Report> {
  const env = { ...process.env, HELM: await helmBinary(), NO_COLOR: "1" };
  const output = join(project, "report.json");
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...files];
  const said = await new Promise<string>((resolve) => {
    const reporting = [...args, "--reporter=json", `--outputFile=${output}`];
    execFile(process.execPath, reporting, { cwd: project, env }, (_failed, stdout, stderr) =>
      resolve(`${stdout}\n${stderr}`),
    );
  });
  if (!existsSync(output)) throw new Error(said);
  return JSON.parse(readFileSync(output, "utf8"));
}
