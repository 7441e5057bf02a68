import type { Measure, UsageGap } from "@/lib/domain/store-usage";
import type { Measured } from "./usage-source";

interface Circumstances {
  /** Whether anything of the store runs. */
  running: boolean;
  /** Whether of all its machines somebody told what their pods use. */
  heard: boolean;
  measured: Measured;
}

/** Why something of a store is not measured, and what would change that; pure. */
export function explainGap(of: Measure, { running, heard, measured }: Circumstances): Omit<UsageGap, "of"> {
  if (!running) {
    return {
      reason: "not_running",
      message: "Nothing of the store runs, so that there is nothing to measure.",
      next: null,
    };
  }
  const nodes = [...measured.nodes.values()];
  const sources = of === "disk" ? nodes : [...nodes, ...(measured.metrics ? [measured.metrics] : [])];
  const told = of === "disk" ? nodes.every(({ is }) => is === "read") : heard;
  if (!told && sources.some(({ is }) => is === "silent")) {
    return {
      reason: "no_answer",
      message: "The cluster does not tell at the moment what is used.",
      next: "It is asked again by itself.",
    };
  }
  if (of === "disk") return explainDisk(told, nodes);
  if (told) {
    return {
      reason: "not_yet",
      message: "A part of the store has only just started.",
      next: "The first figures come within a minute.",
    };
  }
  return {
    reason: "not_measured",
    message: "This cluster does not measure use.",
    next: "Whoever runs it can install metrics-server.",
  };
}

function explainDisk(told: boolean, nodes: Measured["nodes"] extends Map<string, infer A> ? A[] : never) {
  const reason = "not_measured" as const;
  if (!told) {
    return {
      reason,
      message: "How full the disks are is not measured.",
      next: nodes.some(({ is }) => is === "refused")
        ? "Whoever runs the cluster can let Storeyard ask its machines."
        : null,
    };
  }
  return {
    reason,
    message: "In this cluster a disk is a directory of its machine, and nobody counts what is in it.",
    next: null,
  };
}
