import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../shell/state";

/** server.ts and what it imports of this project, as one file. What comes from npm stays in node_modules. */
export const bundledServer = join(projectRoot, ".next/server.mjs");

/** Bundles server.ts for production, so that the running app needs no TypeScript loader. Takes a fraction of a second. */
export async function bundleServer(): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ["server.ts"],
    outfile: bundledServer,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    sourcemap: true,
    logLevel: "warning",
  });
}
