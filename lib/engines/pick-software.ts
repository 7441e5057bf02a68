import type { Software } from "@/lib/domain/software-version";
import type { Settings } from "@/lib/env";
import type { EngineProfile } from "./engine";

/** What this installation's images of a kind of shop hold, of what is told of such shops. */
export function pickSoftware(
  { versions }: Settings,
  { imageNames, software }: Pick<EngineProfile, "imageNames" | "software">,
): Software {
  const held = Object.values(imageNames).flatMap((name) => versions[name] ?? []);
  return software.flatMap((name) => held.find((version) => version.name === name) ?? []);
}
