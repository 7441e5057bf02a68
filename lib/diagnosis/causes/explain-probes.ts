import type { Cause } from "@/lib/domain/cause";
import { lastSeenMs } from "@/lib/kube/last-seen";
import type { StoreSnapshot } from "../store-snapshot";
import { nameOf } from "./about-component";
import { lastWarning, unreadyContainers } from "./read-pods";

/** A server that is starting fails its probes. That is normal until this time has passed. */
const graceMs = 20_000;

/** Containers that run but do not pass their health check. */
export function explainProbes(snapshot: StoreSnapshot): Cause[] {
  return unreadyContainers(snapshot).flatMap(({ pod, component, status }) => {
    const startedAt = status.state?.running?.startedAt as unknown as string | undefined;
    const warning = lastWarning(snapshot, pod, ["Unhealthy", "ProbeWarning"]);
    if (!startedAt || !warning) return [];
    const failingForMs = lastSeenMs(warning as never) - Date.parse(startedAt);
    if (failingForMs < graceMs) return [];
    return [
      {
        code: "probe_failing",
        component,
        message: `${nameOf(component, snapshot)} runs, but has not passed its health check for ${Math.round(failingForMs / 1000)} s.`,
        next: "Read its logs.",
        detail: warning.message,
        waitingMayCure: true,
      } satisfies Cause,
    ];
  });
}
