import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { strFromU8, unzipSync } from "fflate";
import { cacheDir } from "@/scripts/shell/state";
import { step } from "@/scripts/shell/steps";

export type WooCommerce =
  | { available: true; file: string; sha256: string; origin: string }
  | { available: false; reason: string };

const release = "11.0.1";
const releaseUrl = `https://downloads.wordpress.org/plugin/woocommerce.${release}.zip`;
const advice = "Set WOOCOMMERCE_ZIP (a path or an address) and WOOCOMMERCE_SHA256 to build shops with it.";

/**
 * WooCommerce's zip: the one that WOOCOMMERCE_ZIP names, else the pinned release. Throws when its hash is not
 * WOOCOMMERCE_SHA256 or when a path does not exist. When an address can't be reached, WooCommerce is unavailable.
 */
export async function findWooCommerce(env: Record<string, string | undefined>): Promise<WooCommerce> {
  const wanted = env.WOOCOMMERCE_SHA256?.trim().toLowerCase();
  if (wanted && !/^[0-9a-f]{64}$/.test(wanted)) {
    throw new Error("WOOCOMMERCE_SHA256 is not a sha256: it has 64 hexadecimal digits.");
  }
  const origin = env.WOOCOMMERCE_ZIP?.trim() || releaseUrl;
  if (!/^https?:\/\//.test(origin)) {
    const file = resolve(origin);
    if (!existsSync(file)) throw new Error(`WOOCOMMERCE_ZIP names ${file}, which is not there.`);
    return checked(file, origin, wanted);
  }
  if (origin !== releaseUrl && !wanted) {
    throw new Error(`WOOCOMMERCE_ZIP is the address ${origin}: set WOOCOMMERCE_SHA256 to what it must be.`);
  }
  const kept = join(cacheDir(), "images/woocommerce", `${wanted ?? `woocommerce-${release}`}.zip`);
  if (!existsSync(kept)) {
    const failure = await step("Download WooCommerce", () => download(origin, kept));
    if (failure) return { available: false, reason: `${origin} can't be reached (${failure}). ${advice}` };
  }
  try {
    return await checked(kept, origin, wanted);
  } catch (error) {
    rmSync(kept, { force: true });
    throw error;
  }
}

/** Throws when the zip does not contain the plugin, so that no image is built from it. */
export function assertWooCommerce({ file, origin }: Extract<WooCommerce, { available: true }>): void {
  const mainFile = "woocommerce/woocommerce.php";
  let main: string | undefined;
  try {
    const content = unzipSync(readFileSync(file), { filter: ({ name }) => name === mainFile })[mainFile];
    main = content && strFromU8(content);
  } catch (error) {
    throw new Error(`${origin} is not a zip that can be read.`, { cause: error });
  }
  if (!main || !/^\s*\*\s*Plugin Name:\s*WooCommerce\s*$/m.test(main)) {
    throw new Error(
      `${origin} is not the WooCommerce plugin: it has no woocommerce/woocommerce.php with the plugin's header.`,
    );
  }
  const version = /^\s*\*\s*Version:\s*(\S+)/m.exec(main)?.[1];
  if (origin === releaseUrl && version !== release) {
    throw new Error(`${origin} holds WooCommerce ${version}, not ${release}.`);
  }
}

async function checked(file: string, origin: string, wanted: string | undefined): Promise<WooCommerce> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  const sha256 = hash.digest("hex");
  if (wanted && sha256 !== wanted) {
    throw new Error(
      `${origin} is not the file that was asked for: its sha256 is ${sha256}, WOOCOMMERCE_SHA256 says ${wanted}.`,
    );
  }
  return { available: true, file, sha256, origin };
}

/** Returns why the download failed, or null. A server that does not answer within 5 s counts as unreachable. */
async function download(url: string, target: string): Promise<string | null> {
  const part = `${target}.${process.pid}`;
  const unanswered = new AbortController();
  const timer = setTimeout(() => unanswered.abort(new Error("no answer within 5 s")), 5000);
  try {
    const response = await fetch(url, { signal: unanswered.signal });
    clearTimeout(timer);
    if (!response.ok || !response.body) return `HTTP ${response.status}`;
    mkdirSync(join(target, ".."), { recursive: true });
    await pipeline(response.body, createWriteStream(part));
    renameSync(part, target);
    return null;
  } catch (error) {
    const { message, cause } = error as Error;
    return cause instanceof Error ? cause.message : message;
  } finally {
    clearTimeout(timer);
    rmSync(part, { force: true });
  }
}
