import { measureManifest } from "@/lib/diagnosis/capacity/measure-manifest";
import { defaultPlan } from "@/lib/domain/default-plan";
import type { Footprint } from "@/lib/domain/footprint";
import { firstPlans, type Plan } from "@/lib/domain/plan";
import { namespaceOf, type Store, type StoreType } from "@/lib/domain/store";
import { assignUrl } from "@/lib/domain/store-address";
import { buildRenderInput } from "./build-render-input";
import type { ReconcileDeps } from "./deps";

/**
 * Measures the resources of a store of each type: renders its chart with this installation's values. A type whose
 * chart can't be rendered is left out.
 */
export async function measureStores(
  deps: Pick<ReconcileDeps, "helm" | "engines" | "settings" | "log">,
): Promise<Partial<Record<StoreType, Footprint>>> {
  const measured = await Promise.all(
    Object.entries(deps.engines).map(async ([type, { images }]) => {
      try {
        const { objects } = await deps.helm.render(
          buildRenderInput(deps, sampleStore(deps, type), samplePlan(), images),
        );
        return [[type, measureManifest(objects)] as const];
      } catch (error) {
        deps.log.warn(
          { err: error, type },
          "What such a store takes is not known: its chart can't be rendered",
        );
        return [];
      }
    }),
  );
  return Object.fromEntries(measured.flat());
}

function sampleStore({ settings }: Pick<ReconcileDeps, "settings">, type: StoreType): Store {
  const name = "sample";
  const now = new Date(0);
  return {
    id: namespaceOf(name),
    name,
    type,
    ownerId: "",
    plan: defaultPlan,
    desired: "ready",
    phase: "queued",
    cause: null,
    config: {
      title: name,
      adminEmail: "sample@example.com",
      country: "US",
      currency: "USD",
      sampleProduct: true,
    },
    url: assignUrl(name, settings.address),
    versions: [],
    images: null,
    createdAt: now,
    updatedAt: now,
    readyAt: null,
    passwordShownAt: null,
    safeMode: false,
    secretsRevision: 1,
  };
}

function samplePlan(): Plan {
  return firstPlans.find(({ id }) => id === defaultPlan) as Plan;
}
