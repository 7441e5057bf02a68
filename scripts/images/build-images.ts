import { chooseBuilder } from "./choose-builder";
import { findRecipes } from "./find-recipes";
import { buildFamily } from "./image-family";

export interface BuiltImages {
  /** References as pods use them, by the images' names. */
  refs: Record<string, string>;
  /** What they say that they hold, by the images' names. */
  versions: Record<string, string>;
  /** Types of store that can't be had of them, and why. */
  unavailable: Record<string, string>;
  /** Each image as a docker archive, for clusters that can't pull it. */
  archives: { ref: string; file: string }[];
}

/** The shops' images, built once for each state of what they are made of: their folders of images/, and the Debian below. */
export async function buildImages(): Promise<BuiltImages> {
  const builder = await chooseBuilder();
  const built: BuiltImages = { refs: {}, versions: {}, unavailable: {}, archives: [] };
  for (const { name, recipe } of await findRecipes()) {
    const family = await recipe(process.env);
    const { refs, versions, archives } = await buildFamily(builder, name, family);
    Object.assign(built.refs, refs);
    Object.assign(built.versions, versions);
    Object.assign(built.unavailable, family.unavailable);
    built.archives.push(...archives);
  }
  return built;
}
