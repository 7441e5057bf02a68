import { measureManifest } from "@/lib/diagnosis/capacity/measure-manifest";
import { type SizedContainer, sizeManifest } from "@/lib/diagnosis/capacity/size-manifest";
import { defaultPlan } from "@/lib/domain/default-plan";
import type { Footprint } from "@/lib/domain/footprint";
import { firstPlans, type Plan, type PlanResources } from "@/lib/domain/plan";
import { namespaceOf, type Store, type StoreType } from "@/lib/domain/store";
import { assignUrl } from "@/lib/domain/store-address";
import type { KubeObject } from "@/lib/kube/kube-object";
import { buildRenderInput } from "./build-render-input";
import type { ReconcileDeps } from "./deps";

/** The resources that a store of a type needs on a plan; null while unknown. */
export type FootprintOf = (type: StoreType, plan: PlanResources) => Footprint | null;

/** Two plans on which all sizes differ: the difference shows which requests follow the limits. */
const smallest: PlanResources = { cpuMillis: 0, memoryMib: 0 };
const larger: PlanResources = { cpuMillis: 8_000, memoryMib: 8_192 };

/**
 * Measures the resources of stores of each type: renders its chart with this installation's values on two plans, from which
 * the resources on every other plan follow. A type whose chart can't be rendered is left out.
 */
export async function measureStores(
  deps: Pick<ReconcileDeps, "helm" | "engines" | "settings" | "log">,
): Promise<FootprintOf> {
  const measured = await Promise.all(
    Object.keys(deps.engines).map(async (type) => {
      try {
        const [small, large] = await Promise.all([render(deps, type, smallest), render(deps, type, larger)]);
        return [[type, { small, large, least: measureManifest(small).least }] as const];
      } catch (error) {
        deps.log.warn(
          { err: error, type },
          "What such a store takes is not known: its chart can't be rendered",
        );
        return [];
      }
    }),
  );
  const byType = new Map(measured.flat());
  return (type, plan) => {
    const known = byType.get(type);
    const containers: SizedContainer[] | undefined = deps.engines[type]?.sizeStore(plan).containers;
    if (!known || !containers) return null;
    const { pods } = measureManifest(sizeManifest(known.small, known.large, containers));
    return { pods, least: known.least };
  };
}

async function render(
  deps: Pick<ReconcileDeps, "helm" | "engines" | "settings">,
  type: StoreType,
  plan: PlanResources,
): Promise<KubeObject[]> {
  const images = deps.engines[type]?.images ?? {};
  const { objects } = await deps.helm.render(
    buildRenderInput(deps, sampleStore(deps, type), { ...samplePlan(), ...plan }, images),
  );
  return objects;
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
    runtimeSettings: {},
  };
}

function samplePlan(): Plan {
  return firstPlans.find(({ id }) => id === defaultPlan) as Plan;
}
