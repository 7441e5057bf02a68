import { noEngineSteps, type StepSource } from "@/lib/domain/step";
import type { StoreType } from "@/lib/domain/store";

/** The parts and the verification of a store type, as plain data. A missing engine has no parts. */
export function stepSource(engines: Readonly<Record<StoreType, StepSource>>, type: StoreType): StepSource {
  const { parts, verification } = engines[type] ?? noEngineSteps;
  return { parts, verification };
}
