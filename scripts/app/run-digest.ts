import { createHash } from "node:crypto";
import { readSettings } from "@/lib/env";

interface Run {
  /** Digest of the build. */
  build: string;
  /** Digest of the files that the app reads while it runs. */
  files: string;
  host: string;
  env: Record<string, string | undefined>;
}

/**
 * Equal for two runs of the app that behave the same. Covers every setting that lib/env.ts reads, so that no changed
 * setting is ignored. Throws when a setting is wrong.
 */
export function runDigest({ build, files, host, env }: Run): string {
  const everything = JSON.stringify([build, files, host, readSettings(env)]);
  return createHash("sha256").update(everything).digest("hex");
}
