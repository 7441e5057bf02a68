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
 * The requests of a pod as the scheduler counts them: the sum of its containers, or its largest init container if that
 * is more. A container that has only a limit requests the limit.
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

/** Removes the floating-point error from a sum of fractions of a core. */
function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
