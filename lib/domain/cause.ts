export const causeCodes = [
  "image_unavailable",
  "quota_exceeded",
  "volume_unbound",
  "crash_loop",
  "out_of_memory",
  "probe_failing",
  "application_error",
  "unschedulable",
  "admission_refused",
  "container_config",
  "ingress_unreachable",
  "order_failed",
  "namespace_taken",
  "namespace_terminating",
  "namespace_missing",
  "chart_invalid",
  "changed_by_hand",
  "type_unknown",
  "cluster_unreachable",
  "cancelled",
  "internal",
  "starting",
] as const;
export type CauseCode = (typeof causeCodes)[number];

/** What a cause can be about beside a part of the store; `disk` is the store's volumes. */
export const platformComponents = ["store", "disk", "ingress", "cluster"] as const;
export type PlatformComponent = (typeof platformComponents)[number];

/** What a cause is about: one of the platform's components, or a part of the store by the name that its engine gives it. */
export type Component = PlatformComponent | (string & {});

/** Why something is not ready, said so that its reader can act. */
export interface Cause {
  code: CauseCode;
  component: Component;
  /** One sentence in the user's words: what is wrong, with the names that matter. */
  message: string;
  /** One sentence: what to do about it. Absent where waiting is all there is to do. */
  next?: string;
  /** What Kubernetes said, or the last log line: for those who want the detail. */
  detail?: string;
  /** False where waiting can't help and the create should fail at once. */
  waitingMayCure: boolean;
}
