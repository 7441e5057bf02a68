import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";

type Tight = StoreUsageResource["tight"][number];
type Measure = Tight["of"];

/** "Shop’s disk". */
export function diskLabel(component: string): string {
  return `${component.charAt(0).toUpperCase()}${component.slice(1)}’s disk`;
}

/** What is so, and what to do before it stops the shop. */
export function adviseOnTight({ of, component, share }: Tight): string {
  const percent = `${Math.min(100, Math.floor(share * 100))} %`;
  if (of === "memory") {
    return `The ${component} has taken ${percent} of the memory that it may have. If it needs more, Kubernetes starts it again.`;
  }
  const what =
    component === "database" ? "old orders, drafts and logs" : "uploads and plugins that it does not need";
  return `The ${component}’s disk is ${percent} full. Delete ${what}: a full disk stops the shop.`;
}

/** What a gap is about: "Disk", "CPU and memory". */
export function gapTitle(of: Measure[]): string {
  const words = of.map((each) => ({ cpu: "CPU", memory: "memory", disk: "disk" })[each]).join(" and ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Instead of a figure. */
export const gapWords: Record<StoreUsageResource["gaps"][number]["reason"], string> = {
  not_running: "at rest",
  not_yet: "in a moment",
  no_answer: "not known now",
  not_measured: "not measured",
};
