import type { Software } from "@/lib/domain/software-version";
import type { Settings } from "@/lib/env";
import type { EngineProfile } from "./engine";

/** The versions in this installation's images of an engine, of the software that the engine reports. */
export function pickSoftware(
  { versions }: Settings,
  { imageNames, software }: Pick<EngineProfile, "imageNames" | "software">,
): Software {
  const held = Object.values(imageNames).flatMap((name) => versions[name] ?? []);
  return software.flatMap((name) => held.find((version) => version.name === name) ?? []);
}
