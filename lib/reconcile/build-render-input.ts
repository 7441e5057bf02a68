import type { Images } from "@/lib/domain/images";
import type { Plan } from "@/lib/domain/plan";
import { fitRuntimeSettings } from "@/lib/domain/runtime-settings/runtime-settings";
import { namespaceOf, type Store } from "@/lib/domain/store";
import { buildPlanValues } from "@/lib/engines/build-plan-values";
import { getEngine } from "@/lib/engines/get-engine";
import type { RenderInput } from "@/lib/helm/helm";
import type { ReconcileDeps } from "./deps";

/** Helm's input for a store with these images: its engine's chart and values, and the sizes and bounds of its plan. */
export function buildRenderInput(
  { settings, engines }: Pick<ReconcileDeps, "settings" | "engines">,
  store: Store,
  plan: Plan,
  images: Images,
): RenderInput {
  const engine = getEngine(engines, store.type);
  const runtimeSettings = fitRuntimeSettings(store.runtimeSettings, engine.runtimeSettings, plan);
  return {
    chart: engine.chart,
    valuesFiles: settings.valuesFiles,
    release: store.name,
    namespace: namespaceOf(store.name),
    values: {
      ...engine.buildValues({ ...store, runtimeSettings }, images),
      ...engine.sizeStore(plan).values,
      ...buildPlanValues(plan),
      // Only after a rotation: the pods of all other stores keep their digest.
      ...(store.secretsRevision > 1 && { secretsRevision: store.secretsRevision }),
    },
  };
}
