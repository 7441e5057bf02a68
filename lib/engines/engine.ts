import type { Images } from "@/lib/domain/images";
import type { Software } from "@/lib/domain/software-version";
import type { Store } from "@/lib/domain/store";
import type { StoreParts } from "@/lib/domain/store-part";

export type Availability = { available: true } | { available: false; reason: string };

/** The owner's own pages in a shop, and how to get into them. */
export interface ShopAdmin {
  /** What those who know this kind of shop call them, e.g. `wp-admin`. */
  name: string;
  url: string;
  /** What the owner signs in with, beside the generated password. */
  username: string;
  /** A sentence: what to do where the password is lost. */
  lostPassword: string;
  /** Whether they can be opened without the owner's plugins and theme, so that one that fails can be removed. */
  safeMode: boolean;
}

/** A way into the admin pages that works once, for a short while, for the browser that is sent there with it. */
export interface AdminEntry {
  /** Path in the shop to post the fields to, as a form. */
  path: string;
  fields: Record<string, string>;
  expiresInSeconds: number;
}

/** What is known of a kind of shop before there is an installation; pure. */
export interface EngineProfile {
  label: string;
  /** Where it stands among the others: the lowest is offered first. */
  rank: number;
  /** A sentence: what a store of this kind has. */
  gives: string;
  /** How many products a new shop starts with where its owner wants some. */
  sampleProducts: number;
  /** The image of each role that its chart's values name: its folder in images/. */
  imageNames: Readonly<Record<string, string>>;
  /** What its stores consist of: what visitors reach first, then what that depends on. */
  parts: StoreParts;
  /** Title of a create's last step, in the imperative: what `verify` does, such as `Place a test order`. */
  verification: string;
  /**
   * Paths that run the application for visitors and the owner. A store is not ready while one of them answers 500.
   */
  checkedPages: readonly string[];
  /** The software that its shops report, the most important for their owners first. */
  software: readonly string[];
  admin(store: Pick<Store, "url" | "config">): ShopAdmin;
}

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

/** What differs between kinds of shop. Adding one is a folder here, its chart and its images (docs/engines.md). */
export interface Engine extends EngineProfile {
  availability(): Availability;
  /** Directory of the chart, relative to the project's root. */
  chart: string;
  /** Whether a shop makes its own tables in an empty database (the chart's `database.snapshot: none`). */
  installsItself: boolean;
  /** What a new store runs in this installation. */
  images: Images;
  /** Software versions in those images; empty if they are unknown. */
  offers: Software;
  /** The chart's values, for a store of these images; pure, without secrets. */
  buildValues(store: Store, images: Images): Record<string, unknown>;
  /** Keys of the Secret that the chart reads, each with a fresh random value: `admin-password`, `platform-key`, … */
  buildSecrets(): Record<string, string>;
  /**
   * Uses the shop as its visitors do, and verifies that it works.
   * Throws AppError `unavailable` with the step that failed in its message.
   */
  verify(target: ShopTarget): Promise<void>;
  /** Asks the shop what it runs. Throws AppError `unavailable` where it does not say. */
  readVersions(target: ShopTarget): Promise<Software>;
  /**
   * Whether a shop can go back from an update that failed to its previous images. `hasRun`: something of the newer
   * ones ran, and may have changed the shop's data.
   */
  canGoBack(update: { from: Software; to: Software; hasRun: boolean }): boolean;
  /**
   * Asks the shop to let its owner in without a password. Throws AppError `unavailable` where the shop lets it down.
   */
  openAdmin(target: ShopTarget, options: { safeMode: boolean }): Promise<AdminEntry>;
  /**
   * Sets the password of the owner's account and ends its sessions. Returns the user name. Throws AppError `unavailable`
   * if the shop refuses or does not answer.
   */
  setOwnerPassword(target: ShopTarget, password: string): Promise<string>;
}
