import type { Store, StoreType } from "@/lib/domain/store";

export type Availability = { available: true } | { available: false; reason: string };

/** How the platform reaches a shop: through its Ingress, with the shop's own Host header. */
export interface ShopTarget {
  /** Where connections go, e.g. `http://127.0.0.1:8080`. */
  ingressOrigin: string;
  /** The shop's host as in its address, port included where the address shows one. */
  host: string;
  /** The key of the shop's platform endpoints, from its Secret. */
  platformKey: string;
  signal: AbortSignal;
}

/** What differs between kinds of shop. Adding one is a folder here, its chart and its images. */
export interface Engine {
  type: StoreType;
  label: string;
  availability(): Availability;
  /** Directory of the chart, relative to the project's root. */
  chart: string;
  /** The chart's values; pure, without secrets. */
  buildValues(store: Store): Record<string, unknown>;
  /** Keys of the Secret that the chart reads, each with a fresh random value. */
  buildSecrets(): Record<string, string>;
  /**
   * Uses the shop as its visitors do, and proves that it works.
   * Throws AppError `unavailable` with the step that failed in its message.
   */
  prove(target: ShopTarget): Promise<void>;
}
