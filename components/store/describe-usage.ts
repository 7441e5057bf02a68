import { formatMib } from "@/lib/domain/format-plan-amount";
import { startSentence } from "@/lib/domain/start-sentence";
import { findPart, mainPart, partPhrase, partTitle, type StoreParts } from "@/lib/domain/store-part";
import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";

type Tight = StoreUsageResource["tight"][number];
type Measure = Tight["of"];

/** The label of a component's volume, e.g. "Shop disk". */
export function diskLabel(component: string, parts: StoreParts): string {
  return `${partTitle(parts, component)} disk`;
}

/** A warning that memory or disk is nearly full, with what to do about it. */
export function describeTight({ of, component, share }: Tight, parts: StoreParts): string {
  const part = startSentence(partPhrase(parts, component));
  const percent = `${Math.min(100, Math.floor(share * 100))} %`;
  if (of === "memory") {
    return `${part} uses ${percent} of its memory limit. Kubernetes restarts it if it exceeds the limit.`;
  }
  const { deletable = "unused files" } = findPart(parts, component) ?? {};
  const stopped = mainPart(parts)?.phrase ?? "the store";
  return `${part} disk is ${percent} full. Delete ${deletable}: a full disk stops ${stopped}.`;
}

/** Explains the limits of the CPU and memory meters, if they are not the quota of the plan. */
export function describeBound({ cpu, memory }: Pick<StoreUsageResource, "cpu" | "memory">): string | null {
  const quotas = [
    ...(isOwn(cpu) ? [`${cpu.quota} ${cpu.quota === 1 ? "CPU" : "CPUs"}`] : []),
    ...(isOwn(memory) ? [`${formatMib(memory.quota / 2 ** 20)} of memory`] : []),
  ];
  if (quotas.length === 0) return null;
  return `The containers' own limits apply first. The plan allows ${quotas.join(" and ")}: the rest is reserved for restarts and background jobs.`;
}

function isOwn(use: StoreUsageResource["cpu"]): use is NonNullable<typeof use> & { quota: number } {
  return use?.bound === "containers" && use.quota !== null;
}

/** The label of missing measurements, e.g. "CPU and memory". */
export function gapTitle(of: Measure[]): string {
  const words = of.map((each) => ({ cpu: "CPU", memory: "memory", disk: "disk" })[each]).join(" and ");
  return startSentence(words);
}

/** Shown instead of a missing measurement. */
export const gapLabels: Record<StoreUsageResource["gaps"][number]["reason"], string> = {
  not_running: "not running",
  not_yet: "collecting",
  no_answer: "unavailable",
  not_measured: "not measured",
};
