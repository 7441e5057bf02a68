import type { StepSource } from "@/lib/domain/step";
import type { Store } from "@/lib/domain/store";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { stepSource } from "@/lib/engines/step-source";

/** The parts and steps that a store's engine declares; empty for a store without an engine. */
export function getStepSource({ type }: Pick<Store, "type">): StepSource {
  return stepSource(engineProfiles, type);
}
