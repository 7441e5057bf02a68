import type { Measure, UsageGap } from "@/lib/domain/store-usage";
import type { Measured } from "./usage-source";

interface Circumstances {
  /** Whether the store has a running pod. */
  running: boolean;
  /** Whether every pod was measured by its node or by the metrics API. */
  heard: boolean;
  measured: Measured;
}

/** Why a figure of a store is missing, and what to do about it. */
export function explainGap(of: Measure, { running, heard, measured }: Circumstances): Omit<UsageGap, "of"> {
  if (!running) {
    return {
      reason: "not_running",
      message: "The store has no running pods.",
      next: null,
    };
  }
  const nodes = [...measured.nodes.values()];
  const sources = of === "disk" ? nodes : [...nodes, ...(measured.metrics ? [measured.metrics] : [])];
  const told = of === "disk" ? nodes.every(({ is }) => is === "read") : heard;
  if (!told && sources.some(({ is }) => is === "silent")) {
    return {
      reason: "no_answer",
      message: "The cluster does not report usage at the moment.",
      next: "The request is repeated automatically.",
    };
  }
  if (of === "disk") return explainDisk(told, nodes);
  if (told) {
    return {
      reason: "not_yet",
      message: "A part of the store has just started.",
      next: "The first figures arrive within a minute.",
    };
  }
  return {
    reason: "not_measured",
    message: "This cluster does not measure CPU and memory.",
    next: "The cluster's administrator can install metrics-server.",
  };
}

function explainDisk(told: boolean, nodes: Measured["nodes"] extends Map<string, infer A> ? A[] : never) {
  const reason = "not_measured" as const;
  if (!told) {
    return {
      reason,
      message: "Disk usage is not measured.",
      next: nodes.some(({ is }) => is === "refused")
        ? "The cluster's administrator can grant Storeyard the permission nodes/proxy."
        : null,
    };
  }
  return {
    reason,
    message: "In this cluster a volume is a directory on its node, whose size is not measured.",
    next: null,
  };
}
