import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readVersions } from "./read-versions";

/** A docker archive with these layers, each a map from path to content. */
function buildArchive(...layers: Record<string, string>[]): string {
  const root = mkdtempSync(join(tmpdir(), "archive-"));
  const names = layers.map((files, index) => {
    const tree = join(root, `tree-${index}`);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(tree, path, ".."), { recursive: true });
      writeFileSync(join(tree, path), content);
    }
    execFileSync("tar", ["-cf", join(root, `${index}.tar`), "-C", tree, ...Object.keys(files)]);
    return `${index}.tar`;
  });
  writeFileSync(join(root, "manifest.json"), JSON.stringify([{ Layers: names }]));
  execFileSync("tar", ["-cf", join(root, "image.tar"), "-C", root, "manifest.json", ...names]);
  return join(root, "image.tar");
}

const said = "usr/share/storeyard/versions";

test("the newest layer with a versions file determines the versions of an image", async () => {
  const archive = buildArchive(
    { [said]: "WordPress 6.8.3\n" },
    { [said]: "WordPress 6.9.4\nPHP 8.4.11\n" },
    { "var/www/html/index.php": "<?php" },
  );
  expect(await readVersions(archive)).toBe("WordPress 6.9.4, PHP 8.4.11");
});

test("an image without a versions file has no versions", async () => {
  expect(await readVersions(buildArchive({ "etc/motd": "hello" }))).toBe("");
});
