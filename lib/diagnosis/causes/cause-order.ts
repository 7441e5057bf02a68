import type { Cause, CauseCode, Component } from "@/lib/domain/cause";

/** From what keeps everything else from happening, to what is only in progress. A new code needs its place here. */
const codeRanks: Record<CauseCode, number> = {
  cluster_unreachable: 0,
  namespace_taken: 1,
  namespace_missing: 2,
  namespace_terminating: 3,
  type_unknown: 4,
  chart_invalid: 5,
  admission_refused: 6,
  quota_exceeded: 7,
  changed_by_hand: 8,
  image_unavailable: 9,
  container_config: 10,
  volume_unbound: 11,
  unschedulable: 12,
  out_of_memory: 13,
  crash_loop: 14,
  probe_failing: 15,
  ingress_unreachable: 16,
  order_failed: 17,
  internal: 18,
  starting: 19,
};

const componentRanks: Record<Component, number> = {
  store: 0,
  disk: 1,
  database: 2,
  shop: 3,
  ingress: 4,
  cluster: 5,
  cron: 6,
};

/** Sorts the most serious cause first: those that waiting can't cure, then by code, then by component. */
export function compareCauses(a: Cause, b: Cause): number {
  return (
    Number(a.component === "cron") - Number(b.component === "cron") ||
    Number(a.waitingMayCure) - Number(b.waitingMayCure) ||
    codeRanks[a.code] - codeRanks[b.code] ||
    componentRanks[a.component] - componentRanks[b.component]
  );
}
