import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../shell/state";

/** server.ts with everything that it imports, as one file. */
export const bundledServer = join(projectRoot, ".next/server.mjs");

/** What stays in node_modules: the framework, and packages with native parts or with worker threads of their own. */
const external = ["next", "next/*", "better-sqlite3", "@node-rs/argon2", "pino"];

/**
 * Bundles server.ts for production: the app then loads no TypeScript loader, and starts with one file read instead of a
 * thousand (half the CPU time of loading each package from node_modules).
 */
export async function bundleServer(): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ["server.ts"],
    outfile: bundledServer,
    bundle: true,
    external,
    // For bundled CommonJS packages that require modules of Node's.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    platform: "node",
    format: "esm",
    target: "node22",
    sourcemap: true,
    logLevel: "warning",
  });
}
