import type { CauseCode } from "@/lib/domain/cause";

/** The labels of failure causes in statistics. */
export const causeTitles: Record<CauseCode, string> = {
  image_unavailable: "Image could not be pulled",
  quota_exceeded: "Quota exceeded",
  volume_unbound: "Volume was not provisioned",
  crash_loop: "Container kept crashing",
  out_of_memory: "Out of memory",
  probe_failing: "Health probe failed",
  unschedulable: "No node had enough capacity",
  admission_refused: "Rejected by a cluster policy",
  container_config: "Container configuration incomplete",
  ingress_unreachable: "Address was unreachable",
  application_error: "Application error",
  order_failed: "Verification failed",
  namespace_taken: "Namespace already existed",
  namespace_terminating: "Namespace was still terminating",
  namespace_missing: "Namespace was deleted",
  chart_invalid: "Chart was rejected",
  changed_by_hand: "Changed by hand",
  type_unknown: "Unknown store type",
  cluster_unreachable: "Cluster was unreachable",
  cancelled: "Cancelled",
  internal: "Internal error",
  starting: "Timed out",
};
