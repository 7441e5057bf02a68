import { formatMib } from "@/lib/domain/format-plan-amount";
import type { PlanResources } from "@/lib/domain/plan";
import {
  type ContainerLimits,
  isAtLeast,
  roundDown,
  type StoreSizes,
  shareOfCpu,
  shareOfMemory,
  toResources,
} from "../store-sizes";

/** The smallest sizes with which the shop works. Together, with server and storefront counted twice, they are the smallest plan. */
const leastServer: ContainerLimits = { cpuMillis: 1_100, memoryMib: 768 };
const leastStorefront: ContainerLimits = { cpuMillis: 400, memoryMib: 256 };
const leastDatabase: ContainerLimits = { cpuMillis: 1_000, memoryMib: 512 };
const least: ContainerLimits = {
  cpuMillis: 2 * (leastServer.cpuMillis + leastStorefront.cpuMillis) + leastDatabase.cpuMillis,
  memoryMib: 2 * (leastServer.memoryMib + leastStorefront.memoryMib) + leastDatabase.memoryMib,
};

/** Each is one Node process with one busy thread: the database uses what is left of a larger plan. */
const mostServer: ContainerLimits = { cpuMillis: 2_000, memoryMib: 4_096 };
const mostStorefront: ContainerLimits = { cpuMillis: 1_000, memoryMib: 512 };

/** Memory of the server outside of its heap: code, buffers, picture files in flight. Half of the rest is heap. */
const serverOtherMib = 128;

/** The sizes of a Medusa store on a plan. The shop's pod counts twice, because a new pod may start beside the old one. */
export function sizeMedusa(plan: PlanResources): StoreSizes {
  const server = grow(plan, leastServer, mostServer);
  const storefront = grow(plan, leastStorefront, mostStorefront);
  const database = {
    cpuMillis: shareOfCpu(
      plan.cpuMillis - 2 * (server.cpuMillis + storefront.cpuMillis),
      1,
      leastDatabase.cpuMillis,
    ),
    memoryMib: shareOfMemory(
      plan.memoryMib - 2 * (server.memoryMib + storefront.memoryMib),
      1,
      leastDatabase.memoryMib,
    ),
  };
  const heapMib = roundDown((server.memoryMib - serverOtherMib) / 2, 32);
  const storefrontHeapMib = roundDown(storefront.memoryMib / 2, 32);
  const sharedBuffersMib = roundDown(database.memoryMib / 4, 16);
  const effectiveCacheMib = roundDown((database.memoryMib * 3) / 4, 16);
  const heap = (value: number) => ({ name: "heapMib", value, text: `${formatMib(value)} heap` });
  return {
    fits: isAtLeast(plan, least),
    containers: [
      { container: "server", label: "server", ...server, settings: [heap(heapMib)] },
      { container: "storefront", label: "storefront", ...storefront, settings: [heap(storefrontHeapMib)] },
      {
        container: "database",
        label: "database",
        ...database,
        settings: [
          {
            name: "sharedBuffersMib",
            value: sharedBuffersMib,
            text: `${formatMib(sharedBuffersMib)} shared buffers`,
          },
        ],
      },
    ],
    values: {
      shop: { resources: toResources(server), heapMib },
      storefront: { resources: toResources(storefront), heapMib: storefrontHeapMib },
      database: { resources: toResources(database), sharedBuffersMib, effectiveCacheMib },
    },
  };
}

/** Its share of the plan, as on the smallest one, between its bounds. */
function grow(plan: PlanResources, smallest: ContainerLimits, largest: ContainerLimits): ContainerLimits {
  return {
    cpuMillis: Math.min(
      largest.cpuMillis,
      shareOfCpu(plan.cpuMillis, smallest.cpuMillis / least.cpuMillis, smallest.cpuMillis),
    ),
    memoryMib: Math.min(
      largest.memoryMib,
      shareOfMemory(plan.memoryMib, smallest.memoryMib / least.memoryMib, smallest.memoryMib),
    ),
  };
}
