import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collectEngines } from "./collect-engines";

describe("the engines of a project", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "engines-"));
    mkdirSync(join(root, "lib/engines"), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const at = (path: string) => join(root, "lib/engines", path);
  const read = (path: string) => readFileSync(at(path), "utf8");
  function make(type: string, endings = [".ts", "-profile.ts", "-icon.tsx"]) {
    mkdirSync(at(type));
    for (const ending of endings) writeFileSync(at(`${type}/${type}${ending}`), "");
  }

  it("are its folders, with the folder's name and its camel-case export", () => {
    make("guest-book");
    make("medusa");
    collectEngines(root);
    expect(read("collected-engines.ts")).toContain(`import { guestBook } from "./guest-book/guest-book";`);
    expect(read("collected-profiles.ts")).toContain(
      `"guest-book": guestBookProfile,\n  "medusa": medusaProfile,`,
    );
    expect(read("collected-icons.ts")).toContain(`import { medusaIcon } from "./medusa/medusa-icon";`);
  });

  it("are written again only if they have changed, so that file watchers are not triggered", () => {
    make("medusa");
    collectEngines(root);
    const before = statSync(at("collected-engines.ts")).ino;
    collectEngines(root);
    expect(statSync(at("collected-engines.ts")).ino).toBe(before);
    rmSync(at("medusa"), { recursive: true });
    collectEngines(root);
    expect(read("collected-engines.ts")).not.toContain("medusa");
  });

  it("do not include a folder without engine files", () => {
    mkdirSync(at("medusa/fixtures"), { recursive: true });
    collectEngines(root);
    expect(read("collected-engines.ts")).not.toContain("medusa");
  });

  it("are refused if one of their files is missing, with its name", () => {
    make("medusa", [".ts", "-profile.ts"]);
    expect(() => collectEngines(root)).toThrow("lib/engines/medusa has no medusa-icon.ts");
  });

  it.each(["Medusa", "2days", "a--b", "a_b"])("are refused by the name %s", (name) => {
    make(name);
    expect(() => collectEngines(root)).toThrow(/is no name for a type of store/);
  });
});
