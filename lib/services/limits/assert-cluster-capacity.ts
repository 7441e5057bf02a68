import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { plans, stores } from "@/lib/db/schema";
import { type ClusterCapacity, type NodeCapacity, place, sumOf } from "@/lib/domain/cluster-capacity";
import type { PodRequest } from "@/lib/domain/footprint";
import type { PlanResources } from "@/lib/domain/plan";
import type { StoreType } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import type { AppContext } from "../app-context";

/**
 * Throws AppError `limit_reached` if the nodes lack capacity for the pods of one more store on the plan, after all current
 * requests and accepted stores without pods. If the capacity is unknown, nothing is refused: the store waits for the
 * cluster.
 */
export function assertClusterCapacity(
  tx: Pick<Tx, "select">,
  app: AppContext,
  type: StoreType,
  plan: PlanResources,
): void {
  const footprint = app.footprintOf(type, plan);
  const found = findFree(tx, app);
  if (!found || !footprint) return;
  const { nodes, capacity } = found;
  if (place(nodes, footprint.pods).unschedulable.length === 0) return;
  const requested = sumOf(footprint.pods);
  throw new AppError(
    "limit_reached",
    `The cluster has too little free capacity for this store: its ${footprint.pods.length} pods request ${describe(requested)}; ${describeFree(nodes, capacity)} are free. Delete a store, or ask the cluster's admin to add a node.`,
  );
}

/** A running store that gets another plan, or whose plan changes. */
export interface Growth {
  type: StoreType;
  from: PlanResources;
  to: PlanResources;
}

/**
 * Throws AppError `limit_reached`, at the field if one is named, if the nodes lack capacity for what the pods of running
 * stores request more on their new plan: their new pods would not start, after the old ones have ended.
 */
export function assertCapacityForGrowth(
  tx: Pick<Tx, "select">,
  app: AppContext,
  grown: Growth[],
  field?: string,
): void {
  const more = grown.flatMap(({ type, from, to }) => {
    const before = app.footprintOf(type, from)?.pods ?? [];
    return (app.footprintOf(type, to)?.pods ?? []).map((pod, index) => ({
      cpuMillis: Math.max(0, pod.cpuMillis - (before[index]?.cpuMillis ?? pod.cpuMillis)),
      memoryMib: Math.max(0, pod.memoryMib - (before[index]?.memoryMib ?? pod.memoryMib)),
    }));
  });
  const requested = sumOf(more);
  if (requested.cpuMillis === 0 && requested.memoryMib === 0) return;
  const found = findFree(tx, app);
  if (!found) return;
  // The new pods take the places of the old ones.
  const nodes = found.nodes.map((node) => ({ ...node, pods: Number.POSITIVE_INFINITY }));
  if (place(nodes, more).unschedulable.length === 0) return;
  throw new AppError(
    "limit_reached",
    `The cluster has too little free capacity for this change: the pods would request ${describe(requested)} more; ${describeFree(found.nodes, found.capacity)} are free. Delete a store, or ask the cluster's admin to add a node.`,
    { field },
  );
}

/** The nodes with what is left after all accepted stores; null if it is unknown or not checked. */
function findFree(
  tx: Pick<Tx, "select">,
  app: AppContext,
): { nodes: NodeCapacity[]; capacity: ClusterCapacity } | null {
  const capacity = app.settings.capacityCheck ? app.clusterCapacity() : null;
  if (!capacity) return null;
  const { nodes } = place(capacity.nodes, [...capacity.waiting, ...listAwaited(tx, app, capacity)]);
  return { nodes, capacity };
}

/** Pods of accepted stores that are not in the cluster yet. */
function listAwaited(
  tx: Pick<Tx, "select">,
  app: AppContext,
  { podsOfStore }: ClusterCapacity,
): PodRequest[] {
  const accepted = tx
    .select({
      name: stores.name,
      type: stores.type,
      cpuMillis: plans.cpuMillis,
      memoryMib: plans.memoryMib,
    })
    .from(stores)
    .innerJoin(plans, eq(plans.id, stores.plan))
    .where(
      and(
        eq(stores.desired, "ready"),
        isNull(stores.releasedAt),
        inArray(stores.phase, ["queued", "creating", "ready"]),
      ),
    )
    .all();
  return accepted.flatMap(({ name, type, ...plan }) => {
    const pods = app.footprintOf(type, plan)?.pods ?? [];
    return pods.slice(0, Math.max(0, pods.length - (podsOfStore.get(name) ?? 0)));
  });
}

function describe({ cpuMillis, memoryMib }: PodRequest): string {
  return `${cpuMillis}m CPU and ${memoryMib} MiB`;
}

function describeFree(nodes: NodeCapacity[], { allocatable }: ClusterCapacity): string {
  return `${describe(sumOf(nodes))} of ${describe(allocatable)} on ${nodes.length} nodes`;
}
