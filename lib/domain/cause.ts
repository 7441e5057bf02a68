export const causeCodes = [
  "image_unavailable",
  "quota_exceeded",
  "volume_unbound",
  "crash_loop",
  "container_killed",
  "out_of_memory",
  "probe_failing",
  "workers_busy",
  "workers_killed",
  "application_error",
  "unschedulable",
  "evicted",
  "node_unavailable",
  "admission_refused",
  "container_config",
  "ingress_unreachable",
  "order_failed",
  "namespace_taken",
  "namespace_terminating",
  "namespace_missing",
  "chart_invalid",
  "changed_by_hand",
  "change_refused",
  "type_unknown",
  "cluster_unreachable",
  "cancelled",
  "internal",
  "starting",
] as const;
export type CauseCode = (typeof causeCodes)[number];

/** Components besides the parts of a store; `disk` is the store's volumes. */
export const platformComponents = ["store", "disk", "ingress", "cluster"] as const;
export type PlatformComponent = (typeof platformComponents)[number];

/** The component of a cause: a platform component, or a part of the store by its engine's name for it. */
export type Component = PlatformComponent | (string & {});

/** Why something is not ready. */
export interface Cause {
  code: CauseCode;
  component: Component;
  /** One sentence for the user: what is wrong, with the relevant names. */
  message: string;
  /** One sentence: the next step. Absent if the user can only wait. */
  next?: string;
  /** Kubernetes' own message or the last log line. */
  detail?: string;
  /** When it began, as an ISO 8601 time. A duration in the message would make each second a new cause. */
  since?: string;
  /** False if waiting cannot help; a create then fails immediately. */
  waitingMayCure: boolean;
}
