import type { EngineProfile } from "@/lib/engines/engine";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { variableOf } from "@/lib/env";
import { type BuiltImages, buildImages } from "./build-images";

/**
 * Returns the images that the environment names, for a cluster that pulls them; else builds Storeyard's own. Throws when
 * only some of an engine's images are named. Stores of an engine without named images are not offered.
 */
export async function imagesToUse(
  env: Record<string, string | undefined> = process.env,
): Promise<BuiltImages> {
  const profiles = Object.entries(engineProfiles);
  const isGiven = (image: string) => Boolean(env[variableOf(image, "IMAGE")]);
  const all = new Set(profiles.flatMap(([, profile]) => imagesOf(profile)));
  if (![...all].some(isGiven)) return buildImages();

  const whole = profiles.filter(([, profile]) => imagesOf(profile).every(isGiven));
  const refs: Record<string, string> = {};
  for (const image of whole.flatMap(([, profile]) => imagesOf(profile))) {
    refs[image] = env[variableOf(image, "IMAGE")] ?? "";
  }
  for (const image of [...all].filter(isGiven)) {
    if (refs[image] === undefined) throw new Error(`Set all of ${namesWith(image)}, or none of them.`);
  }
  const unavailable = whole.flatMap(([type]) => {
    const variable = variableOf(type, "AVAILABLE");
    if (env[variable] !== "false") return [];
    return [[type, env[variableOf(type, "REASON")] || `${variable} is set to false.`]];
  });
  return { refs, versions: {}, unavailable: Object.fromEntries(unavailable), archives: [] };
}

function imagesOf({ imageNames }: EngineProfile): string[] {
  return Object.values(imageNames);
}

/** The variables of all images of the same engine. */
function namesWith(image: string): string {
  const profile = Object.values(engineProfiles).find((candidate) => imagesOf(candidate).includes(image));
  return (profile ? imagesOf(profile) : []).map((name) => variableOf(name, "IMAGE")).join(", ");
}
