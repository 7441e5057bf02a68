import type { StoreType } from "@/lib/domain/store";
import { collectedProfiles } from "./collected-profiles";
import type { EngineProfile } from "./engine";

/** Every kind of shop that there is, by its type and in the order in which they are offered; pure. */
export const engineProfiles: Readonly<Record<StoreType, EngineProfile>> = Object.fromEntries(
  Object.entries(collectedProfiles).sort(([, a], [, b]) => a.rank - b.rank),
);
