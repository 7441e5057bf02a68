import type { CauseCode } from "@/lib/domain/cause";

/** The most fundamental causes first, work in progress last. A new code needs its rank here. */
export const codeRanks: Record<CauseCode, number> = {
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
  application_error: 16,
  ingress_unreachable: 17,
  order_failed: 18,
  cancelled: 19,
  internal: 20,
  starting: 21,
};
