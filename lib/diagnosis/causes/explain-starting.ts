import type { V1Pod } from "@kubernetes/client-node";
import type { Cause, Component } from "@/lib/domain/cause";
import { observeWorkloads } from "../observe-workloads";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf, nameOf } from "./about-component";
import { currentPods } from "./read-pods";

/** Parts that are starting without a problem, and how far they are. */
export function explainStarting(snapshot: StoreSnapshot): Cause[] {
  const workloads = observeWorkloads(snapshot);
  const unbound = workloads.claims.some(({ bound }) => !bound);
  const waitsForVolume = (component: Component) => unbound && !podOf(snapshot, component)?.spec?.nodeName;
  return Object.entries(workloads.parts)
    .filter(([, state]) => state === "starting")
    .map(([component]) => component)
    .filter((component) => !waitsForVolume(component))
    .map((component) => ({
      code: "starting",
      component,
      message: `${nameOf(component, snapshot)} ${howFar(snapshot, component)}.`,
      waitingMayCure: true,
    }));
}

function podOf(snapshot: StoreSnapshot, component: Component): V1Pod | undefined {
  return currentPods(snapshot).find((pod) => componentOf(pod, snapshot) === component);
}

function howFar(snapshot: StoreSnapshot, component: Component): string {
  const pod = podOf(snapshot, component);
  if (!pod) return "is about to start";
  if (!pod.spec?.nodeName) return "waits to be scheduled to a node";
  const running = pod.status?.containerStatuses?.some(({ state }) => state?.running);
  return running ? "is starting" : "is being prepared: its disk is attached and its image fetched";
}
