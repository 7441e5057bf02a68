import type { CoreV1Event, V1Pod } from "@kubernetes/client-node";
import type { Cause } from "@/lib/domain/cause";
import type { KubeObject } from "@/lib/kube/kube-object";
import { lastSeenMs } from "@/lib/kube/last-seen";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf, nameOf } from "./about-component";
import { type ContainerState, currentPods, lastWarning, unreadyContainers } from "./read-pods";

const configReasons = new Set([
  "CreateContainerConfigError",
  "CreateContainerError",
  "RunContainerError",
  "PreCreateHookError",
  "PostStartHookError",
]);

const graceMs = 10_000;

/** Containers that can't be created from their configuration, and volumes that can't be mounted. */
export function explainContainerConfig(snapshot: StoreSnapshot): Cause[] {
  const containers = unreadyContainers(snapshot)
    .filter(({ status }) => configReasons.has(status.state?.waiting?.reason ?? ""))
    .map((container) => explainContainer(snapshot, container));
  const mounts = currentPods(snapshot)
    .filter(isBeingPrepared)
    .flatMap((pod) => explainMounts(snapshot, pod));
  return [...containers, ...mounts];
}

/** Scheduled to a node, and no container has pulled its image yet. */
function isBeingPrepared({ spec, status }: V1Pod): boolean {
  const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  const preparing = new Set(["ContainerCreating", "PodInitializing"]);
  return (
    spec?.nodeName !== undefined &&
    status?.phase === "Pending" &&
    statuses.every(({ state }) => preparing.has(state?.waiting?.reason ?? "ContainerCreating"))
  );
}

function explainContainer(snapshot: StoreSnapshot, { component, status }: ContainerState): Cause {
  const detail = status.state?.waiting?.message;
  const start = `${nameOf(component, snapshot)} can't start`;
  const base = { code: "container_config", component, detail } as const;
  const absent = /(secret|configmap) "([^"]+)" not found/.exec(detail ?? "");
  if (absent) {
    const what = absent[1] === "secret" ? "Secret" : "ConfigMap";
    return {
      ...base,
      message: `${start}: the ${what} ${absent[2]} is missing.`,
      next: `Create the ${what}, or name the right one.`,
      waitingMayCure: true,
    };
  }
  const key = /couldn't find key (\S+) in (Secret|ConfigMap) \S*?([^/\s]+)$/.exec(detail ?? "");
  if (key) {
    return {
      ...base,
      message: `${start}: the ${key[2]} ${key[3]} has no key ${key[1]}.`,
      next: "Add the key to it.",
      waitingMayCure: false,
    };
  }
  if (/runAsNonRoot|non-root policy|non-numeric user/.test(detail ?? "")) {
    return {
      ...base,
      message: `${start}: its image runs as root, which the cluster's security rules forbid.`,
      next: "Use an image that runs as another user.",
      waitingMayCure: false,
    };
  }
  if (/executable file not found|no such file or directory|permission denied/.test(detail ?? "")) {
    return {
      ...base,
      message: `${start}: its program can't be run.`,
      next: "Check the image, and the command that the chart gives it.",
      waitingMayCure: false,
    };
  }
  return {
    ...base,
    message: `${start}: its node refuses its configuration.`,
    next: "Look at the events of its pod with `kubectl describe pod`.",
    waitingMayCure: true,
  };
}

function explainMounts(snapshot: StoreSnapshot, pod: V1Pod): Cause[] {
  const start = `${nameOf(componentOf(pod, snapshot), snapshot)} can't start`;
  const base = {
    code: "container_config",
    component: componentOf(pod, snapshot),
    waitingMayCure: true,
  } as const;
  const mount = lastWarning(snapshot, pod, ["FailedMount", "FailedAttachVolume", "FailedMapVolume"]);
  const detail = mount?.message ?? "";
  const absent = /(secret|configmap) "([^"]+)" not found/.exec(detail);
  if (absent) {
    const what = absent[1] === "secret" ? "Secret" : "ConfigMap";
    const message = `${start}: the ${what} ${absent[2]} is missing.`;
    return [{ ...base, message, next: `Create the ${what}, or name the right one.`, detail }];
  }
  const key = /references non-existent (secret|config) key: (\S+)/.exec(detail);
  if (key) {
    const message = `${start}: its ${key[1] === "secret" ? "Secret" : "ConfigMap"} has no key ${key[2]}.`;
    return [{ ...base, message, next: "Add the key.", detail, waitingMayCure: false }];
  }
  if (mount && isLasting(mount, pod)) {
    const message = `${start}: its volumes can't be mounted. Kubernetes tries again.`;
    return [{ ...base, message, next: "Look at its node with `kubectl describe node`.", detail }];
  }
  const sandbox = lastWarning(snapshot, pod, ["FailedCreatePodSandBox"]);
  if (!sandbox || !isLasting(sandbox, pod)) return [];
  return [
    {
      ...base,
      message: `${start}: its node can't set up its sandbox and network. Kubernetes tries again.`,
      next: "Look at the container runtime and the network plugin of the node.",
      detail: sandbox.message,
    },
  ];
}

/** Right after a pod is created, the kubelet reports mounts as failed that it has not seen yet. */
function isLasting(warning: CoreV1Event, { status }: V1Pod): boolean {
  const startedAt = status?.startTime as unknown as string | undefined;
  return (
    startedAt !== undefined && lastSeenMs(warning as unknown as KubeObject) - Date.parse(startedAt) > graceMs
  );
}
