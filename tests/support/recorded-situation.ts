import { readFileSync } from "node:fs";
import type { V1ContainerStatus, V1Pod } from "@kubernetes/client-node";
import type { StoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import type { Cause } from "@/lib/domain/cause";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";

/** Recorded from a cluster by tests/support/record-causes.ts. */
export const fixtures = new URL("../../lib/diagnosis/fixtures/", import.meta.url);

export function readSnapshot(situation: string): StoreSnapshot {
  const seen = JSON.parse(readFileSync(new URL(`${situation}.json`, fixtures), "utf8"));
  return { ...seen, parts: woocommerceProfile.parts };
}

/** A cause in short: `code component: message`, after `!` where waiting can't cure it. */
export function brief({ code, component, waitingMayCure, message }: Cause): string {
  return `${waitingMayCure ? "" : "! "}${code} ${component}: ${message}`;
}

/** The first pod of a snapshot, to be changed, and the status of its first container. */
export function podOf(snapshot: StoreSnapshot): { pod: V1Pod; container: V1ContainerStatus } {
  const pod = snapshot.objects.find(({ kind }) => kind === "Pod") as unknown as V1Pod;
  return { pod, container: pod.status?.containerStatuses?.[0] as V1ContainerStatus };
}

/** Says since when the pod is not ready. */
export function loseReadiness({ status }: V1Pod, at: string): void {
  const ready = status?.conditions?.find(({ type }) => type === "Ready");
  if (ready) Object.assign(ready, { status: "False", lastTransitionTime: at });
}
