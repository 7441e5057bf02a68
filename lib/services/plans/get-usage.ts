import { asc } from "drizzle-orm";
import { plans } from "@/lib/db/schema";
import { type ClusterCapacity, sumOf } from "@/lib/domain/cluster-capacity";
import type { Ctx } from "../app-context";
import { countOwned, countStores } from "../limits/assert-caps";

export interface Meter {
  used: number;
  most: number;
}

/** Used and maximum amounts. */
export interface Usage {
  /** Stores of the installation. */
  platform: Meter;
  /** The caller's own stores, by plan. */
  plans: (Meter & { id: string })[];
  /** Requests on the cluster's nodes; null while unknown. */
  capacity: { cpuMillis: Meter; memoryMib: Meter; pods: Meter } | null;
}

export function getUsage({ app, actor }: Ctx): Usage {
  const rows = app.db
    .select({ id: plans.id, most: plans.storesPerUser })
    .from(plans)
    .orderBy(asc(plans.position), asc(plans.id))
    .all();
  return {
    platform: { used: countStores(app.db), most: app.settings.maxStores },
    plans: rows.map(({ id, most }) => ({ id, used: countOwned(app.db, actor.userId, id), most })),
    capacity: toCapacityView(app.clusterCapacity()),
  };
}

function toCapacityView(capacity: ClusterCapacity | null): Usage["capacity"] {
  if (!capacity) return null;
  const { allocatable, nodes, waiting } = capacity;
  const left = sumOf(nodes);
  const requested = sumOf(waiting);
  const freePods = nodes.reduce((sum, { pods }) => sum + pods, 0);
  return {
    cpuMillis: {
      used: allocatable.cpuMillis - left.cpuMillis + requested.cpuMillis,
      most: allocatable.cpuMillis,
    },
    memoryMib: {
      used: allocatable.memoryMib - left.memoryMib + requested.memoryMib,
      most: allocatable.memoryMib,
    },
    pods: { used: allocatable.pods - freePods + waiting.length, most: allocatable.pods },
  };
}
