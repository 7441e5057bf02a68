import type { StoreType } from "@/lib/domain/store";
import type { Settings } from "@/lib/env";
import type { Availability, EngineProfile } from "./engine";

/** Whether shops can be made here: what the set-up said of the type, and else whether there are all of its images. */
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
