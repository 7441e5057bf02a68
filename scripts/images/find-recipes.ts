import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../shell/state";
import type { FamilyRecipe } from "./image-family";

export interface FoundRecipe {
  /** The family's name: the folder that its recipe lies in. */
  name: string;
  recipe: FamilyRecipe;
}

/** How the images of each family are built: whatever lies beside images, so that nobody has to list it. */
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
