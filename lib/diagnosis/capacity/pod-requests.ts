import type { PodRequest } from "@/lib/domain/footprint";
import { parseQuantity } from "../parse-quantity";

type Amounts = Record<string, string | number>;

export interface Containers {
  containers?: { resources?: { requests?: Amounts; limits?: Amounts } }[];
  initContainers?: { restartPolicy?: string; resources?: { requests?: Amounts; limits?: Amounts } }[];
  overhead?: Amounts;
}

const mib = 2 ** 20;

/**
 * What a pod asks for, as the scheduler counts it: its containers together, or its largest init container where that
 * is more. A container that names only a limit requests it.
 */
export function podRequests(spec: Containers, bound: "requests" | "limits" = "requests"): PodRequest {
  const init = spec.initContainers ?? [];
  const sidecars = init.filter(({ restartPolicy }) => restartPolicy === "Always");
  const amount = (resource: "cpu" | "memory") => {
    const of = ({ resources = {} }: { resources?: { requests?: Amounts; limits?: Amounts } }) =>
      parseQuantity(resources[bound]?.[resource] ?? resources.limits?.[resource] ?? 0);
    const running = [...(spec.containers ?? []), ...sidecars].reduce((sum, each) => sum + of(each), 0);
    return Math.max(running, ...init.map(of)) + parseQuantity(spec.overhead?.[resource] ?? 0);
  };
  return { cpuMillis: Math.ceil(round(amount("cpu") * 1_000)), memoryMib: Math.ceil(amount("memory") / mib) };
}

/** Thousandths of a core as a sum of fractions come with the dust of floating point. */
function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
