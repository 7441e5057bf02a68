import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { cacheDir } from "../shell/state";
import type { Builder } from "./builder";

const kept = 4;

/** Removes all but the newest builds of a family, with their images. Checkouts and variants share the cache. */
export async function dropOldResults(
  builder: Builder,
  family: string,
  current: string,
  intermediates: string[],
): Promise<void> {
  const root = join(cacheDir(), "images");
  const resultOf = (hash: string) => join(root, hash, "result.json");
  const old = readdirSync(root)
    .filter((name) => /^[0-9a-f]{12}$/.test(name) && name !== current && existsSync(resultOf(name)))
    .map((hash) => ({ hash, ...readBuild(resultOf(hash)), builtAt: statSync(resultOf(hash)).mtimeMs }))
    .filter((build) => build.family === family)
    .sort((a, b) => b.builtAt - a.builtAt)
    .slice(kept - 1);
  for (const { hash } of old) {
    rmSync(join(root, hash), { recursive: true, force: true });
    rmSync(join(root, `${hash}.log`), { force: true });
  }
  if (old.length === 0) return;
  await builder.remove(
    old.flatMap(({ hash, refs }) => [
      ...Object.values(refs),
      ...intermediates.map((name) => `localhost/storeyard/${name}:${hash}`),
    ]),
  );
}

/** Results without a family are older than families, and belong to WordPress. */
function readBuild(file: string): { family: string; refs: Record<string, string> } {
  return { family: "wordpress", ...JSON.parse(readFileSync(file, "utf8")) };
}
