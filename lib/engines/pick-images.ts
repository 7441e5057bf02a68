import type { Images } from "@/lib/domain/images";
import type { Settings } from "@/lib/env";
import type { EngineProfile } from "./engine";

/** The images of new shops in this installation. The role of a missing image is empty. */
export function pickImages({ images }: Settings, { imageNames }: EngineProfile): Images {
  return Object.fromEntries(Object.entries(imageNames).map(([role, name]) => [role, images[name] ?? ""]));
}
