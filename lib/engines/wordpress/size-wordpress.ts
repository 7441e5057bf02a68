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

/** The smallest sizes with which the shop works. Together, with the shop counted twice, they are the smallest plan. */
const leastShop: ContainerLimits = { cpuMillis: 1_250, memoryMib: 768 };
const leastDatabase: ContainerLimits = { cpuMillis: 1_000, memoryMib: 512 };
/** The background job only calls the shop, so it does not grow. */
const cron: ContainerLimits = { cpuMillis: 500, memoryMib: 256 };

/** PHP's memory limit of one request (90-storeyard.ini). */
const requestMib = 256;
/** nginx, the caches of compiled code (128 MiB) and of objects (32 MiB), and the rest of the pod. */
const sharedMib = 256;
/** Memory of a worker between large requests. */
const workerMib = 64;
/** More workers only wait for each other. */
const workersPerCpu = 16;
/** Connections besides the workers': the health check, the set-up, an administrator. */
const otherConnections = 20;
const leastConnections = 40;
/** MariaDB rounds the pool to chunks; a multiple of 64 MiB is always exact. */
const poolStepMib = 64;

/** The most memory of one PHP request on a plan, in MiB: what the container of the web server has for requests. */
export function mostRequestMib(plan: PlanResources): number {
  const [shop] = sizeWordpress(plan, "shop").containers;
  return (shop?.memoryMib ?? leastShop.memoryMib) - sharedMib;
}

/**
 * The sizes of a WordPress store on a plan. The shop counts twice, because a new pod may start beside the old one.
 * Shop and database share what the background job leaves, in the proportions of the smallest plan.
 */
export function sizeWordpress(plan: PlanResources, shopLabel: string): StoreSizes {
  const cpuMillis = plan.cpuMillis - cron.cpuMillis;
  const memoryMib = plan.memoryMib - cron.memoryMib;
  const least = {
    cpuMillis: 2 * leastShop.cpuMillis + leastDatabase.cpuMillis,
    memoryMib: 2 * leastShop.memoryMib + leastDatabase.memoryMib,
  };
  const shopCpu = shareOfCpu(cpuMillis, leastShop.cpuMillis / least.cpuMillis, leastShop.cpuMillis);
  const mostWorkers = Math.floor((shopCpu * workersPerCpu) / 1_000);
  const shop = {
    cpuMillis: shopCpu,
    // No more than all workers can use; the database uses the rest.
    memoryMib: Math.min(
      sharedMib + mostWorkers * requestMib,
      shareOfMemory(memoryMib, leastShop.memoryMib / least.memoryMib, leastShop.memoryMib),
    ),
  };
  const database = {
    cpuMillis: shareOfCpu(cpuMillis - 2 * shop.cpuMillis, 1, leastDatabase.cpuMillis),
    memoryMib: shareOfMemory(memoryMib - 2 * shop.memoryMib, 1, leastDatabase.memoryMib),
  };
  const workers = Math.min(mostWorkers, Math.floor((shop.memoryMib - sharedMib) / workerMib));
  const bufferPoolMib = roundDown(database.memoryMib / 2, poolStepMib);
  const maxConnections = Math.max(leastConnections, workers + otherConnections);
  return {
    fits: isAtLeast({ cpuMillis, memoryMib }, least),
    containers: [
      {
        container: "shop",
        label: shopLabel,
        ...shop,
        settings: [{ name: "phpWorkers", value: workers, text: `${workers} PHP workers` }],
      },
      {
        container: "database",
        label: "database",
        ...database,
        settings: [
          { name: "bufferPoolMib", value: bufferPoolMib, text: `${formatMib(bufferPoolMib)} buffer pool` },
        ],
      },
    ],
    values: {
      shop: { resources: toResources(shop), workers },
      database: { resources: toResources(database), bufferPoolMib, maxConnections },
      cron: { resources: toResources(cron) },
    },
  };
}
