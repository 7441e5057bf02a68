import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";

type Tight = StoreUsageResource["tight"][number];
type Measure = Tight["of"];

/** The label of a component's volume, e.g. "Shop disk". */
export function diskLabel(component: string): string {
  return `${component.charAt(0).toUpperCase()}${component.slice(1)} disk`;
}

/** A warning that memory or disk is nearly full, with what to do about it. */
export function describeTight({ of, component, share }: Tight): string {
  const percent = `${Math.min(100, Math.floor(share * 100))} %`;
  if (of === "memory") {
    return `The ${component} uses ${percent} of its memory limit. Kubernetes restarts it if it exceeds the limit.`;
  }
  const what = component === "database" ? "old orders, drafts and logs" : "unused uploads and plugins";
  return `The ${component} disk is ${percent} full. Delete ${what}: a full disk stops the shop.`;
}

/** The label of missing measurements, e.g. "CPU and memory". */
export function gapTitle(of: Measure[]): string {
  const words = of.map((each) => ({ cpu: "CPU", memory: "memory", disk: "disk" })[each]).join(" and ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Shown instead of a missing measurement. */
export const gapLabels: Record<StoreUsageResource["gaps"][number]["reason"], string> = {
  not_running: "not running",
  not_yet: "collecting",
  no_answer: "unavailable",
  not_measured: "not measured",
};
