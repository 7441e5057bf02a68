import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { type ClusterRoom, place, sumOf } from "@/lib/domain/cluster-room";
import type { PodRequest } from "@/lib/domain/footprint";
import type { StoreType } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import type { Services } from "../context";

/**
 * Throws AppError `limit_reached` where the cluster's machines have no room for the pods of one more such store, after
 * all that is requested of them and what was accepted before and is not there yet. What is not known is not held
 * against anybody: an unreachable cluster accepts, and the store waits for it.
 */
export function assertClusterRoom(tx: Pick<Tx, "select">, app: Services, type: StoreType): void {
  if (!app.settings.capacityCheck) return;
  const room = app.clusterRoom();
  const footprint = app.footprintOf(type);
  if (!room || !footprint) return;
  const { machines } = place(room.machines, [...room.waiting, ...listAwaited(tx, app, room)]);
  if (place(machines, footprint.pods).homeless.length === 0) return;
  const wanted = sumOf(footprint.pods);
  const left = sumOf(machines);
  throw new AppError(
    "limit_reached",
    `The cluster has no room for this store: its ${footprint.pods.length} pods request ${describe(wanted)}, and of ${describe(room.allocatable)} on ${machines.length} machines ${describe(left)} are left. Delete a store, or ask the cluster's admin for another machine.`,
  );
}

/** Pods of stores that were accepted, as far as they are not in the cluster yet. */
function listAwaited(tx: Pick<Tx, "select">, app: Services, { podsOfStore }: ClusterRoom): PodRequest[] {
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
