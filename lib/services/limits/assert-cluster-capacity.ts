import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { type ClusterCapacity, place, sumOf } from "@/lib/domain/cluster-capacity";
import type { PodRequest } from "@/lib/domain/footprint";
import type { StoreType } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import type { AppContext } from "../app-context";

/**
 * Throws AppError `limit_reached` if the nodes lack capacity for the pods of one more store, after all current
 * requests and accepted stores without pods. If the capacity is unknown, nothing is refused: the store waits for the
 * cluster.
 */
export function assertClusterCapacity(tx: Pick<Tx, "select">, app: AppContext, type: StoreType): void {
  if (!app.settings.capacityCheck) return;
  const capacity = app.clusterCapacity();
  const footprint = app.footprintOf(type);
  if (!capacity || !footprint) return;
  const { nodes } = place(capacity.nodes, [...capacity.waiting, ...listAwaited(tx, app, capacity)]);
  if (place(nodes, footprint.pods).unschedulable.length === 0) return;
  const requested = sumOf(footprint.pods);
  const left = sumOf(nodes);
  throw new AppError(
    "limit_reached",
    `The cluster has too little free capacity for this store: its ${footprint.pods.length} pods request ${describe(requested)}; ${describe(left)} of ${describe(capacity.allocatable)} on ${nodes.length} nodes are free. Delete a store, or ask the cluster's admin to add a node.`,
  );
}

/** Pods of accepted stores that are not in the cluster yet. */
function listAwaited(
  tx: Pick<Tx, "select">,
  app: AppContext,
  { podsOfStore }: ClusterCapacity,
): PodRequest[] {
  const accepted = tx
    .select({ name: stores.name, type: stores.type })
    .from(stores)
    .where(
      and(
        eq(stores.desired, "ready"),
        isNull(stores.releasedAt),
        inArray(stores.phase, ["queued", "creating", "ready"]),
      ),
    )
    .all();
  return accepted.flatMap(({ name, type }) => {
    const pods = app.footprintOf(type)?.pods ?? [];
    return pods.slice(0, Math.max(0, pods.length - (podsOfStore.get(name) ?? 0)));
  });
}

function describe({ cpuMillis, memoryMib }: PodRequest): string {
  return `${cpuMillis}m CPU and ${memoryMib} MiB`;
}
