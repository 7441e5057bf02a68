import type { V1Pod } from "@kubernetes/client-node";
import type { Cause } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "../cluster-view";
import { componentOf, nameOf } from "./about-component";
import { currentPods, lastWarning, type SeenContainer, unreadyContainers } from "./read-pods";

const configReasons = new Set([
  "CreateContainerConfigError",
  "CreateContainerError",
  "RunContainerError",
  "PreCreateHookError",
  "PostStartHookError",
]);

/** Containers that can't be made from what the chart and the namespace give them, and what can't be mounted. */
export function explainContainerConfig(snapshot: NamespaceSnapshot): Cause[] {
  const containers = unreadyContainers(snapshot)
    .filter(({ status }) => configReasons.has(status.state?.waiting?.reason ?? ""))
    .map(explainContainer);
  const mounts = currentPods(snapshot)
    .filter((pod) => pod.status?.phase === "Pending" && pod.spec?.nodeName)
    .flatMap((pod) => explainMounts(snapshot, pod));
  return [...containers, ...mounts];
}

function explainContainer({ component, status }: SeenContainer): Cause {
  const detail = status.state?.waiting?.message;
  const start = `${nameOf(component)} can't start`;
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
      next: "Add the key.",
      waitingMayCure: false,
    };
  }
  if (/runAsNonRoot|non-numeric user/.test(detail ?? "")) {
    return {
      ...base,
      message: `${start}: its image would run as root, which the cluster's security rules forbid.`,
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
  return { ...base, message: `${start}: the machine refuses its settings.`, waitingMayCure: true };
}

function explainMounts(snapshot: NamespaceSnapshot, pod: V1Pod): Cause[] {
  const component = componentOf(pod);
  const warning = lastWarning(snapshot, pod, ["FailedMount", "FailedAttachVolume", "FailedMapVolume"]);
  const sandbox = lastWarning(snapshot, pod, ["FailedCreatePodSandBox"]);
  if (warning) {
    const absent = /(secret|configmap) "([^"]+)" not found/.exec(warning.message ?? "");
    const what = absent?.[1] === "secret" ? "Secret" : "ConfigMap";
    return [
      {
        code: "container_config",
        component,
        message: absent
          ? `${nameOf(component)} can't start: the ${what} ${absent[2]} is missing.`
          : `${nameOf(component)} can't start: its disk or files can't be mounted. It is tried again.`,
        next: absent ? `Create the ${what}, or name the right one.` : "Look at the machine that it runs on.",
        detail: warning.message,
        waitingMayCure: true,
      },
    ];
  }
  if (!sandbox) return [];
  return [
    {
      code: "container_config",
      component,
      message: `${nameOf(component)} can't start: the machine can't set up its sandbox and network. It is tried again.`,
      next: "Look at the container runtime and the network plugin of the machine.",
      detail: sandbox.message,
      waitingMayCure: true,
    },
  ];
}
