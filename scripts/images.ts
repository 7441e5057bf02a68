import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildContext } from "./images/build-context";
import type { Builder } from "./images/builder";
import { chooseBuilder } from "./images/choose-builder";
import { contentHash } from "./images/content-hash";
import { dropOldResults } from "./images/old-results";
import { assertWooCommerce, findWooCommerce, type WooCommerce } from "./images/woocommerce-zip";
import { runScript } from "./run-script";
import { cacheDir, projectRoot } from "./state";
import { step } from "./steps";

export interface BuiltImages {
  /** References as pods use them, e.g. `localhost/storeyard/wordpress:0a1b2c3d4e5f`. */
  wordpress: string;
  mariadb: string;
  woocommerce: { available: boolean; reason?: string };
  /** Each image as a docker archive, for clusters that can't pull it. */
  archives: { ref: string; file: string }[];
}

/**
 * The shop's images, built once for each state of what they are made of: the folder images/, the Debian below and
 * WooCommerce's zip. Rejects where the zip is not what was said; a zip that can't be had is a reason in the result.
 */
export async function buildImages(): Promise<BuiltImages> {
  const source = join(projectRoot, "images");
  const builder = await chooseBuilder();
  const woocommerce = await findWooCommerce(process.env);
  const hash = contentHash({
    source,
    base: builder.baseIdentity,
    woocommerce: woocommerce.available ? woocommerce.sha256 : "none",
  });
  const directory = join(cacheDir(), "images", hash);
  const cached = readResult(directory, woocommerce);
  if (cached) return cached;
  if (woocommerce.available) assertWooCommerce(woocommerce);

  const scratch = `${directory}.${process.pid}`;
  try {
    mkdirSync(scratch, { recursive: true });
    const context = buildContext(source, join(scratch, "context"), woocommerce);
    const refs = await build(builder, context, hash, scratch);
    rmSync(context, { recursive: true, force: true });
    writeFileSync(join(scratch, "result.json"), `${JSON.stringify({ refs })}\n`);
    rmSync(directory, { recursive: true, force: true });
    renameSync(scratch, directory);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  await dropOldResults(builder, hash);
  const result = readResult(directory, woocommerce);
  if (!result) throw new Error(`The images were built, but ${directory} doesn't hold them.`);
  return result;
}

interface Refs {
  wordpress: string;
  mariadb: string;
}

async function build(builder: Builder, context: string, hash: string, directory: string): Promise<Refs> {
  const ref = (name: string) => `localhost/storeyard/${name}:${hash}`;
  const logFile = join(cacheDir(), "images", `${hash}.log`);
  rmSync(logFile, { force: true });
  const base = await builder.ensureBase(logFile);
  const wordpress = join(context, "wordpress/Containerfile");
  await step("Build the WordPress image, and shops to start from", async () => {
    const file = { context, file: wordpress, args: { BASE: base }, logFile };
    await builder.build({ ...file, ref: ref("snapshots"), target: "snapshots" });
    await builder.build({ ...file, ref: ref("wordpress") });
  });
  await step("Build the MariaDB image", () =>
    builder.build({
      context,
      file: join(context, "mariadb/Containerfile"),
      args: { BASE: base, SNAPSHOTS: ref("snapshots") },
      ref: ref("mariadb"),
      logFile,
    }),
  );
  await step("Write the images to archives", async () => {
    for (const name of ["wordpress", "mariadb"]) {
      await builder.save(ref(name), join(directory, `${name}.tar`), logFile);
    }
  });
  return { wordpress: ref("wordpress"), mariadb: ref("mariadb") };
}

function readResult(directory: string, woocommerce: WooCommerce): BuiltImages | null {
  const file = join(directory, "result.json");
  if (!existsSync(file)) return null;
  const { refs } = JSON.parse(readFileSync(file, "utf8")) as { refs: Refs };
  return {
    ...refs,
    woocommerce: woocommerce.available
      ? { available: true }
      : { available: false, reason: woocommerce.reason },
    archives: [
      { ref: refs.wordpress, file: join(directory, "wordpress.tar") },
      { ref: refs.mariadb, file: join(directory, "mariadb.tar") },
    ],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    const images = await step("Build the images", buildImages);
    process.stdout.write(`${JSON.stringify(images, null, 2)}\n`);
  });
}
