import type { V1ContainerStateTerminated } from "@kubernetes/client-node";
import { formatBytes } from "@/lib/diagnosis/format-bytes";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { Cause } from "@/lib/domain/cause";
import type { StoreSnapshot } from "../store-snapshot";
import { nameOf } from "./about-component";
import { lostReadinessAtMs, stoppingProbe } from "./container-runs";
import { type ContainerState, unreadyContainers } from "./read-pods";

/** With Kubernetes's back-off, the sixth start comes two and a half minutes after the first. */
const hopelessRestarts = 5;

/** A log request for `Kube.logs`. `key` differs for each crash. */
export interface CrashedContainer {
  namespace: string;
  pod: string;
  container: string;
  /** Whether the container was restarted since. */
  previous: boolean;
  key: string;
}

/** The containers whose last log lines say why they crashed. */
export function crashedContainers(snapshot: StoreSnapshot): CrashedContainer[] {
  return unreadyContainers(snapshot).flatMap((container) => {
    const { pod, podName, status } = container;
    if (!lastEnd(container)) return [];
    return {
      namespace: pod.metadata?.namespace ?? "",
      pod: podName,
      container: status.name,
      previous: !status.state?.terminated,
      key: logKey(container),
    };
  });
}

function logKey(container: ContainerState): string {
  return `${container.podName}/${container.status.name}/${lastEnd(container)?.containerID}`;
}

/** Containers that ended unexpectedly: out of memory, killed by their probe, or crashed. */
export function explainCrashes(snapshot: StoreSnapshot, lastLines: ReadonlyMap<string, string>): Cause[] {
  return unreadyContainers(snapshot).flatMap((container) => {
    const end = lastEnd(container);
    if (!end) return [];
    return [explainEnd(snapshot, container, end, lastLines.get(logKey(container)) || undefined)];
  });
}

function explainEnd(
  snapshot: StoreSnapshot,
  container: ContainerState,
  end: V1ContainerStateTerminated,
  lastLine: string | undefined,
): Cause {
  const { component, spec, status } = container;
  const restarts = status.restartCount;
  const times = restarts + (status.state?.running ? 0 : 1);
  const often = times > 2 ? `${times} times` : times === 2 ? "twice" : "once";
  const base = { component, detail: lastLine ?? end.message, waitingMayCure: restarts < hopelessRestarts };
  if (end.reason === "OOMKilled") {
    const limit = spec?.resources?.limits?.memory;
    const allowance = limit
      ? `its limit of ${formatBytes(parseQuantity(limit))} is too small`
      : "it had no limit";
    return {
      ...base,
      code: "out_of_memory",
      message: `${nameOf(component, snapshot)} ran out of memory ${often}: ${allowance}.`,
      next: "Raise its memory limit, or choose a larger plan.",
    };
  }
  if (end.reason === "StartError" || end.reason === "ContainerCannotRun") {
    return {
      ...base,
      code: "container_config",
      message: `${nameOf(component, snapshot)} can't start: its program can't be run.`,
      next: "Check the image, and the command that the chart gives it.",
      detail: end.message,
      waitingMayCure: false,
    };
  }
  const probe = wasStopped(end) ? stoppingProbe(snapshot, container, end) : undefined;
  if (probe) {
    return {
      ...base,
      code: "probe_failing",
      message: `${nameOf(component, snapshot)} was restarted ${often} because it did not pass its health check.`,
      next: "Read its logs.",
      detail: lastLine ?? probe.message,
    };
  }
  const signal = killSignals[end.exitCode];
  if (signal) {
    return {
      ...base,
      code: "container_killed",
      message: `${nameOf(component, snapshot)} was killed ${often} with the signal ${signal}.`,
      next: "Read its logs. If nobody ended it, look at the memory of its node with `kubectl describe node`.",
    };
  }
  return {
    ...base,
    code: "crash_loop",
    message: `${nameOf(component, snapshot)} crashed ${often} (exit code ${end.exitCode}${end.signal ? `, signal ${end.signal}` : ""}).`,
    next: lastLine ? "Read its last log line, then its logs." : "Read its logs.",
  };
}

/** The exit codes of a program that was ended from outside: 128 and the number of the signal. */
const killSignals: Record<number, string> = { 137: "SIGKILL", 143: "SIGTERM" };

/** Ended by SIGKILL or SIGTERM, or with exit code 0: it was stopped. */
function wasStopped({ exitCode }: V1ContainerStateTerminated): boolean {
  return exitCode in killSignals || exitCode === 0;
}

/** The end of the container's last run; undefined if it has been ready since: then another reason keeps it from being ready. */
function lastEnd(container: ContainerState): V1ContainerStateTerminated | undefined {
  if (lostReadinessAtMs(container) !== null) return undefined;
  const { status } = container;
  const end = status.state?.terminated ?? status.lastState?.terminated;
  // The runtime lost the container's record, for example after its node restarted: that is no crash.
  return end?.reason === "ContainerStatusUnknown" ? undefined : end;
}
