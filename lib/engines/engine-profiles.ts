import type { StoreType } from "@/lib/domain/store";
import { collectedProfiles } from "./collected-profiles";
import type { EngineProfile } from "./engine";

/** The profiles of all engines, by store type, in the order in which they are offered. Pure. */
export const engineProfiles: Readonly<Record<StoreType, EngineProfile>> = Object.fromEntries(
  Object.entries(collectedProfiles).sort(([, a], [, b]) => a.rank - b.rank),
);
