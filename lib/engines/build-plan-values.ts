import { requestedShare } from "@/lib/domain/footprint";
import type { Plan } from "@/lib/domain/plan";

/** Resources of a container that declares none. A small plan gives it less. */
const mostDefault = { cpuMillis: 500, memoryMib: 512 };
/** The largest share of a plan that such a container may use. */
const defaultShare = 1 / 8;

/** The chart values for the ResourceQuota and LimitRange of a plan, the same for every chart. */
export function buildPlanValues(plan: Plan): Record<string, unknown> {
  const cpuMillis = Math.min(mostDefault.cpuMillis, Math.floor(plan.cpuMillis * defaultShare));
  const memoryMib = Math.min(mostDefault.memoryMib, Math.floor(plan.memoryMib * defaultShare));
  return {
    quota: {
      pods: String(plan.pods),
      "requests.cpu": cpu(plan.cpuMillis * requestedShare),
      "requests.memory": memory(plan.memoryMib * requestedShare),
      "limits.cpu": cpu(plan.cpuMillis),
      "limits.memory": memory(plan.memoryMib),
      "requests.storage": memory(plan.storageMib),
    },
    limitRange: {
      defaultRequest: { cpu: cpu(cpuMillis / 2), memory: memory(memoryMib / 2) },
      default: { cpu: cpu(cpuMillis), memory: memory(memoryMib) },
      volumeMax: memory(plan.volumeMib),
    },
  };
}

function cpu(millis: number): string {
  return `${Math.max(1, Math.floor(millis))}m`;
}

function memory(mib: number): string {
  return `${Math.max(1, Math.floor(mib))}Mi`;
}
