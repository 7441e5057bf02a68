import type { Cause } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "../cluster-view";
import { observeWorkloads } from "../observe-workloads";
import { componentOf, nameOf } from "./about-component";
import { currentPods } from "./read-pods";

/** What is on its way with nothing wrong: how far it is, for a timeline. */
export function explainStarting(snapshot: NamespaceSnapshot): Cause[] {
  const workloads = observeWorkloads(snapshot);
  return (["database", "shop"] as const)
    .filter((component) => workloads[component] === "starting")
    .map((component) => ({
      code: "starting",
      component,
      message: `${nameOf(component)} ${howFar(snapshot, component)}.`,
      waitingMayCure: true,
    }));
}

function howFar(snapshot: NamespaceSnapshot, component: "database" | "shop"): string {
  const pod = currentPods(snapshot).find((candidate) => componentOf(candidate) === component);
  if (!pod) return "is about to start";
  if (!pod.spec?.nodeName) return "is about to be placed on a machine";
  const running = pod.status?.containerStatuses?.some(({ state }) => state?.running);
  return running ? "is starting" : "is being prepared: its disk is attached and its image fetched";
}
