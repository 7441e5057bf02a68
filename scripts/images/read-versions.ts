import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** Where an image says what it holds, a line for each program. */
const file = "usr/share/storeyard/versions";

/** What an image in a docker archive says that it holds, in one line; empty where it says nothing. */
export async function readVersions(archive: string): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), "storeyard-versions-"));
  try {
    await execa("tar", ["-xf", archive, "-C", scratch, "manifest.json"]);
    const [image] = JSON.parse(readFileSync(join(scratch, "manifest.json"), "utf8")) as {
      Layers: string[];
    }[];
    // The last layer that has it is the one that counts.
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
