import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../shell/state";
import type { FamilyRecipe } from "./image-family";

export interface FoundRecipe {
  /** The family's name, which is its folder's. */
  name: string;
  recipe: FamilyRecipe;
}

/** Finds the recipes of all image families in images/. There is no list of them. */
export async function findRecipes(): Promise<FoundRecipe[]> {
  const files = globSync("images/*/recipe/family.ts", { cwd: projectRoot }).sort();
  return Promise.all(
    files.map(async (file) => {
      const { family } = (await import(pathToFileURL(join(projectRoot, file)).href)) as {
        family: FamilyRecipe;
      };
      return { name: basename(dirname(dirname(file))), recipe: family };
    }),
  );
}
