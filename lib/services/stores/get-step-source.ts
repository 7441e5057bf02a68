import type { StepSource } from "@/lib/domain/step";
import type { Store } from "@/lib/domain/store";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { stepSource } from "@/lib/engines/step-source";

/** What a store's engine declares of its parts and steps; empty for a store whose engine is gone. */
export function getStepSource({ type }: Pick<Store, "type">): StepSource {
  return stepSource(engineProfiles, type);
}
