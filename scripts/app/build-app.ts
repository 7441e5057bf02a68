import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../shell/command";
import { digestFiles } from "../shell/digest-files";
import { ensureStateDir, projectRoot } from "../shell/state";
import { step } from "../shell/steps";
import { bundleServer } from "./bundle-server";

/** What the build reads; everything else (charts, migrations, images) is read when the app runs. */
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "server.ts",
  "tsconfig.json",
];
const stamp = join(projectRoot, ".next/storeyard-build");

/** Builds the app if its sources have changed since the last build. Returns the build's digest. */
export async function buildApp(): Promise<string> {
  const digest = `${process.version} ${digestFiles(sources)}`;
  if (builtDigest() === digest) return digest;
  await step("Build the app", async () => {
    rmSync(stamp, { force: true });
    await runCommand(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      logFile: join(ensureStateDir("logs"), "build-app.log"),
      silenceMs: 15 * 60_000,
    });
    await bundleServer();
    writeFileSync(stamp, digest);
  });
  return digest;
}

/** The digest of the build in `.next`, or null if no build has finished. */
export function builtDigest(): string | null {
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : null;
}
