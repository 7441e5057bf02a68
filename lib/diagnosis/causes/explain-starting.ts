import type { V1Pod } from "@kubernetes/client-node";
import type { Cause, Component } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { observeWorkloads } from "../observe-workloads";
import { componentOf, nameOf } from "./about-component";
import { currentPods } from "./read-pods";

/** What is on its way with nothing wrong: how far it is, for a timeline. */
export function explainStarting(snapshot: NamespaceSnapshot): Cause[] {
  const workloads = observeWorkloads(snapshot);
  const unbound = workloads.claims.some(({ bound }) => !bound);
  const waitsForDisk = (component: Component) => unbound && !podOf(snapshot, component)?.spec?.nodeName;
  return (["database", "shop"] as const)
    .filter((component) => workloads[component] === "starting")
    .filter((component) => !waitsForDisk(component))
    .map((component) => ({
      code: "starting",
      component,
      message: `${nameOf(component)} ${howFar(snapshot, component)}.`,
      waitingMayCure: true,
    }));
}

function podOf(snapshot: NamespaceSnapshot, component: Component): V1Pod | undefined {
  return currentPods(snapshot).find((pod) => componentOf(pod) === component);
}

function howFar(snapshot: NamespaceSnapshot, component: "database" | "shop"): string {
  const pod = podOf(snapshot, component);
  if (!pod) return "is about to start";
  if (!pod.spec?.nodeName) return "is about to be placed on a machine";
  const running = pod.status?.containerStatuses?.some(({ state }) => state?.running);
  return running ? "is starting" : "is being prepared: its disk is attached and its image fetched";
}
