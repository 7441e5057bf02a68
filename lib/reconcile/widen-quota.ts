import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { KubeObject } from "@/lib/kube/kube-object";

type Amounts = Record<string, string>;

/**
 * The objects to apply while pods of the old size may still run: each quota allows what it allows now or what is wanted,
 * whichever is more. Kubernetes counts old pods until they are gone, so a quota that shrinks first would refuse the new
 * ones. `narrow-quota` takes the rest back when the new pods run.
 */
export function widenQuotas(objects: KubeObject[], live: KubeObject[]): KubeObject[] {
  return objects.map((object) => {
    const now = findLive(object, live);
    if (object.kind !== "ResourceQuota" || !now) return object;
    const current = hardOf(now);
    const hard = Object.fromEntries(
      Object.entries(hardOf(object)).map(([resource, amount]) => {
        const before = current[resource];
        return [resource, before !== undefined && isMore(before, amount) ? before : amount];
      }),
    );
    return { ...object, spec: { ...(object.spec as object), hard } };
  });
}

/** The quotas that allow more in the cluster than they should. */
export function listWiderQuotas(objects: KubeObject[], live: KubeObject[]): KubeObject[] {
  return objects.filter((object) => {
    const now = object.kind === "ResourceQuota" && findLive(object, live);
    if (!now) return false;
    const current = hardOf(now);
    return Object.entries(hardOf(object)).some(([resource, amount]) => isMore(current[resource], amount));
  });
}

/** Whether Kubernetes enforces exactly these quotas. It counts a changed quota some milliseconds later. */
export function areCounted(quotas: KubeObject[], live: KubeObject[]): boolean {
  return quotas.every((quota) => {
    const { hard } = (findLive(quota, live)?.status ?? {}) as { hard?: Amounts };
    return (
      hard !== undefined &&
      Object.entries(hardOf(quota)).every(
        ([resource, amount]) => parseQuantity(hard[resource] ?? Number.NaN) === parseQuantity(amount),
      )
    );
  });
}

function findLive({ kind, metadata }: KubeObject, live: KubeObject[]): KubeObject | undefined {
  return live.find((object) => object.kind === kind && object.metadata.name === metadata.name);
}

function hardOf({ spec }: KubeObject): Amounts {
  return (spec as { hard?: Amounts } | undefined)?.hard ?? {};
}

function isMore(amount: string | undefined, than: string): boolean {
  return amount !== undefined && parseQuantity(amount) > parseQuantity(than);
}
