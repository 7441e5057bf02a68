import type { CauseCode } from "@/lib/domain/cause";

/** What failed creates are counted under. */
export const causeTitles: Record<CauseCode, string> = {
  image_unavailable: "An image could not be had",
  quota_exceeded: "The plan’s limits were reached",
  volume_unbound: "There was no disk",
  crash_loop: "It kept crashing",
  out_of_memory: "It ran out of memory",
  probe_failing: "It did not answer its checks",
  unschedulable: "No machine had room",
  admission_refused: "The cluster’s policy refused it",
  container_config: "Its configuration was incomplete",
  ingress_unreachable: "Its address did not answer",
  order_failed: "The test order failed",
  namespace_taken: "Its namespace was taken",
  namespace_terminating: "Its namespace was still being removed",
  namespace_missing: "Its namespace went away",
  chart_invalid: "The chart was refused",
  changed_by_hand: "It was changed by hand",
  type_unknown: "Its type was not known any more",
  cluster_unreachable: "The cluster could not be reached",
  internal: "An error of the platform",
  starting: "It took too long",
};
