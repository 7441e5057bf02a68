import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { buildImageArchive, sha256 } from "./oci-archive";

it("an image archive is a tar with a manifest, a configuration and one layer", () => {
  const dir = mkdtempSync(join(tmpdir(), "storeyard-archive-"));
  const unpack = (archive: string) => execFileSync("tar", ["--extract", "--file", archive], { cwd: dir });
  writeFileSync(
    join(dir, "image.tar"),
    buildImageArchive({ ref: "localhost/pause:1", file: "pause", content: Buffer.from("#!x\n") }),
  );
  unpack("image.tar");
  const [manifest] = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
  const config = JSON.parse(readFileSync(join(dir, manifest.Config), "utf8"));
  expect(manifest.RepoTags).toEqual(["localhost/pause:1"]);
  expect(config.config.Entrypoint).toEqual(["/pause"]);
  expect(config.rootfs.diff_ids).toEqual([`sha256:${sha256(readFileSync(join(dir, "layer.tar")))}`]);
  unpack("layer.tar");
  expect(readFileSync(join(dir, "pause"), "utf8")).toBe("#!x\n");
  expect(statSync(join(dir, "pause")).mode & 0o777).toBe(0o755);
  rmSync(dir, { recursive: true });
});
