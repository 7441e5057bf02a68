import type { StoreType } from "@/lib/domain/store";
import type { Settings } from "@/lib/env";
import type { Availability, EngineProfile } from "./engine";

/** Whether shops of a type can be created: as the set-up states it, otherwise whether all of its images are known. */
export function checkAvailability(
  { images, availability }: Settings,
  type: StoreType,
  profile: EngineProfile,
): Availability {
  const said = availability[type];
  if (said?.available === false) return said;
  const missing = Object.values(profile.imageNames).filter((name) => !images[name]);
  if (missing.length === 0) return { available: true };
  return {
    available: false,
    reason: `This installation was set up without the images of a ${profile.label} (${missing.join(", ")}).`,
  };
}
