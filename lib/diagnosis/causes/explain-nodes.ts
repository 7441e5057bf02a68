import type { Cause } from "@/lib/domain/cause";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf, nameInside } from "./about-component";
import { currentPods } from "./read-pods";

/** Pods whose node no longer answers: Kubernetes marks them as not ready, while their containers last were. */
export function explainNodes(snapshot: StoreSnapshot): Cause[] {
  return currentPods(snapshot).flatMap((pod) => {
    const containers = pod.status?.containerStatuses ?? [];
    const ready = pod.status?.conditions?.find(({ type }) => type === "Ready");
    const wereReady = containers.length > 0 && containers.every((container) => container.ready);
    if (!wereReady || ready === undefined || ready.status === "True" || pod.spec?.readinessGates) return [];
    const component = componentOf(pod, snapshot);
    return {
      code: "node_unavailable",
      component,
      message: `The node ${pod.spec?.nodeName} does not answer: ${nameInside(component, snapshot)} can't be reached there.`,
      next: "Bring the node back; see `kubectl get nodes`. After five minutes Kubernetes starts the pod on another node, if its disk can be used there.",
      ...(ready.message !== undefined && { detail: ready.message }),
      waitingMayCure: true,
    } satisfies Cause;
  });
}
