import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** The file in which an image lists its programs, one per line. */
const file = "usr/share/storeyard/versions";

/** Reads the versions of an image's programs from its docker archive, as one line; empty if it lists none. */
export async function readVersions(archive: string): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), "storeyard-versions-"));
  try {
    await execa("tar", ["-xf", archive, "-C", scratch, "manifest.json"]);
    const [image] = JSON.parse(readFileSync(join(scratch, "manifest.json"), "utf8")) as {
      Layers: string[];
    }[];
    // The last layer with the file determines its content.
    for (const layer of image?.Layers.toReversed() ?? []) {
      await execa("tar", ["-xf", archive, "-C", scratch, layer]);
      // tar fails when the layer has no such file.
      await execa("tar", ["-xf", join(scratch, layer), "-C", scratch, file], { reject: false });
      rmSync(join(scratch, layer), { force: true });
      if (existsSync(join(scratch, file))) {
        return readFileSync(join(scratch, file), "utf8").trim().replaceAll("\n", ", ");
      }
    }
    return "";
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
