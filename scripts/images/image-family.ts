import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDir, projectRoot } from "../shell/state";
import { step } from "../shell/steps";
import { buildContext } from "./build-context";
import type { Builder, BuildRequest } from "./builder";
import { contentHash } from "./content-hash";
import { dropOldResults } from "./old-results";
import { readVersions } from "./read-versions";

/** Images that are built together, from the same folders of images/. */
export interface ImageFamily {
  /** Folders of images/ that go into them: a change in any of them causes a build. */
  folders: string[];
  /** Files from outside images/, by their path in the build context; and texts that identify their versions. */
  beside?: Record<string, string>;
  ingredients?: Record<string, string>;
  /** The images that shops run. */
  images: string[];
  /** Images that only other builds use. */
  intermediates: string[];
  /** Types of store that this build does not provide, and why. */
  unavailable?: Record<string, string>;
  build(tools: FamilyTools): Promise<void>;
}

export interface FamilyTools {
  /** The reference of the base Debian. */
  base: string;
  /** A reference of this build, by the image's name. */
  ref(name: string): string;
  build(
    request: Pick<BuildRequest, "ref" | "target" | "args" | "secrets"> & { folder: string },
  ): Promise<void>;
}

export interface BuiltFamily {
  /** References as pods use them, by the image's name. */
  refs: Record<string, string>;
  /** Versions of the programs in each image, by its name: `WordPress 6.9.4, PHP 8.4.11`. */
  versions: Record<string, string>;
  /** Each image as a docker archive, for clusters that can't pull it. */
  archives: { ref: string; file: string }[];
}

/**
 * The export `family` of `images/<family>/recipe/family.ts`. The recipe does not go into the images. Throws when an input
 * does not have the expected hash.
 */
export type FamilyRecipe = (env: Record<string, string | undefined>) => ImageFamily | Promise<ImageFamily>;

/** Builds a family's images, unless they exist for the same sources. */
export async function buildFamily(builder: Builder, name: string, family: ImageFamily): Promise<BuiltFamily> {
  const source = join(projectRoot, "images");
  const hash = contentHash({
    source,
    folders: family.folders,
    base: builder.baseIdentity,
    beside: family.ingredients ?? {},
  });
  const directory = join(cacheDir(), "images", hash);
  const cached = readResult(directory);
  if (cached) return cached;

  const scratch = `${directory}.${process.pid}`;
  const logFile = `${directory}.log`;
  const ref = (name: string) => `localhost/storeyard/${name}:${hash}`;
  try {
    mkdirSync(scratch, { recursive: true });
    rmSync(logFile, { force: true });
    const base = await builder.ensureBase(logFile);
    const context = buildContext(source, join(scratch, "context"), family.folders, family.beside);
    await family.build({
      base,
      ref,
      build: ({ folder, ...request }) =>
        builder.build({ ...request, context, file: join(context, folder, "Containerfile"), logFile }),
    });
    rmSync(context, { recursive: true, force: true });
    await step("Write the images to archives", async () => {
      for (const image of family.images) {
        await builder.save(ref(image), join(scratch, `${image}.tar`), logFile);
      }
    });
    const refs = Object.fromEntries(family.images.map((image) => [image, ref(image)]));
    const versions: BuiltFamily["versions"] = {};
    for (const image of family.images) versions[image] = await readVersions(join(scratch, `${image}.tar`));
    writeFileSync(join(scratch, "result.json"), `${JSON.stringify({ family: name, refs, versions })}\n`);
    rmSync(directory, { recursive: true, force: true });
    renameSync(scratch, directory);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  await dropOldResults(builder, name, hash, family.intermediates);
  const result = readResult(directory);
  if (!result) throw new Error(`The images were built, but ${directory} does not contain them.`);
  return result;
}

function readResult(directory: string): BuiltFamily | null {
  const file = join(directory, "result.json");
  if (!existsSync(file)) return null;
  const { refs, versions } = JSON.parse(readFileSync(file, "utf8")) as Omit<BuiltFamily, "archives">;
  const archives = Object.entries(refs).map(([name, ref]) => ({ ref, file: join(directory, `${name}.tar`) }));
  return { refs, versions, archives };
}
