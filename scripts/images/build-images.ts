import { chooseBuilder } from "./choose-builder";
import { findRecipes } from "./find-recipes";
import { buildFamily } from "./image-family";

export interface BuiltImages {
  /** References as pods use them, by the images' names. */
  refs: Record<string, string>;
  /** Versions of the programs in the images, by the images' names. */
  versions: Record<string, string>;
  /** Types of store that these images do not provide, and why. */
  unavailable: Record<string, string>;
  /** Each image as a docker archive, for clusters that can't pull it. */
  archives: { ref: string; file: string }[];
}

/** Builds the images of all engines. Images whose sources have not changed are not built again. */
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
