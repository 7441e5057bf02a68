import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { cacheDir } from "../state";
import type { Builder } from "./builder";

const kept = 4;

/** Keeps the newest few builds (checkouts and variants share the cache) and drops the others with their images. */
export async function dropOldResults(builder: Builder, current: string): Promise<void> {
  const root = join(cacheDir(), "images");
  const builtAt = (hash: string) => statSync(join(root, hash, "result.json")).mtimeMs;
  const old = readdirSync(root)
    .filter((name) => /^[0-9a-f]{12}$/.test(name) && existsSync(join(root, name, "result.json")))
    .filter((name) => name !== current)
    .sort((a, b) => builtAt(b) - builtAt(a))
    .slice(kept - 1);
  for (const hash of old) {
    rmSync(join(root, hash), { recursive: true, force: true });
    rmSync(join(root, `${hash}.log`), { force: true });
  }
  if (old.length === 0) return;
  const names = ["wordpress", "mariadb", "snapshots"];
  await builder.remove(old.flatMap((hash) => names.map((name) => `localhost/storeyard/${name}:${hash}`)));
}
