import { noEngineSteps, type StepSource } from "@/lib/domain/step";
import type { StoreType } from "@/lib/domain/store";

/** The parts and the verification of a type of store, as plain data; of a type whose engine is gone there are none. */
export function stepSource(engines: Readonly<Record<StoreType, StepSource>>, type: StoreType): StepSource {
  const { parts, verification } = engines[type] ?? noEngineSteps;
  return { parts, verification };
}
