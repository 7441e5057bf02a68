import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../shell/state";

const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");

/** Variables of the machine, of Node and of npm. They are not settings of Storeyard. */
const foreign = ["CI", "HOME", "NODE_ENV", "NODE_EXTRA_CA_CERTS", "NPM_CONFIG_USERCONFIG", "PATH"];

/** Names in the first column of the tables: a row begins with a variable in backticks. */
function listDocumented(file: string): string[] {
  const rows = read(file).match(/^\| `[A-Z][A-Z0-9_]*`[^|]*\|/gm) ?? [];
  return rows.flatMap((row) => [...row.matchAll(/`([A-Z][A-Z0-9_]*)`/g)].map(([, name = ""]) => name));
}

/** Names that the app's schema has, and names that scripts, the local cluster and image recipes read. */
function listRead(): string[] {
  const schema = [...read("lib/env.ts").matchAll(/^ {4}([A-Z][A-Z0-9_]*): /gm)];
  const files = globSync(["scripts/**/*.ts", "cluster/**/*.ts", "images/*/recipe/*.ts"], {
    cwd: projectRoot,
  });
  const reads = files
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) => [...read(file).matchAll(/\benv(?:\.|, ")([A-Z][A-Z0-9_]*)\b/g)]);
  return [...schema, ...reads].map(([, name = ""]) => name).filter((name) => !foreign.includes(name));
}

const sorted = (names: string[]) => [...new Set(names)].sort();

describe("the tables of variables in README.md and docs/local-cluster.md", () => {
  it("list every variable that is read, and no other", () => {
    const documented = ["README.md", "docs/local-cluster.md"].flatMap(listDocumented);
    expect(sorted(documented)).toEqual(sorted(listRead()));
  });

  it("list no variable twice", () => {
    const documented = ["README.md", "docs/local-cluster.md"].flatMap(listDocumented);
    expect(documented).toHaveLength(new Set(documented).size);
  });
});
