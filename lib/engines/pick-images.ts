import type { Images } from "@/lib/domain/images";
import type { Settings } from "@/lib/env";
import type { EngineProfile } from "./engine";

/** What new shops run in this installation; empty in the role of an image that it does not have. */
export function pickImages({ images }: Settings, { imageNames }: EngineProfile): Images {
  return Object.fromEntries(Object.entries(imageNames).map(([role, name]) => [role, images[name] ?? ""]));
}
