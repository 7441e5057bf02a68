import type { Images } from "@/lib/domain/images";
import type { PageCache } from "@/lib/domain/page-cache";
import type { PlanResources } from "@/lib/domain/plan";
import type { RuntimeSettingsSupport } from "@/lib/domain/runtime-settings/runtime-settings";
import type { Software } from "@/lib/domain/software-version";
import type { Store } from "@/lib/domain/store";
import type { StoreParts } from "@/lib/domain/store-part";
import type { StoreSizes } from "./store-sizes";

export type Availability = { available: true } | { available: false; reason: string };

/** The admin pages of a shop, and how to sign in to them. */
export interface ShopAdmin {
  /** Their usual name, such as `wp-admin`. */
  name: string;
  url: string;
  /** User name of the owner. The password is generated. */
  username: string;
  /** A sentence: what to do if the password is lost. */
  lostPassword: string;
  /** Whether they can be opened without the owner's plugins and theme, so that one that fails can be removed. */
  safeMode: boolean;
}

/** A sign-in to the admin pages that works once, within a short time. */
export interface AdminEntry {
  /** Path in the shop to post the fields to, as a form. */
  path: string;
  fields: Record<string, string>;
  expiresInSeconds: number;
}

/** The facts about an engine that need no installation. Pure. */
export interface EngineProfile {
  label: string;
  /** Its rank in lists: the lowest is offered first. */
  rank: number;
  /** A sentence: what a store of this type is. */
  gives: string;
  /** Whether visitors buy something there: only such a store has a currency. */
  sells: boolean;
  /** Whether the shop itself has a language and a time zone that are chosen when it is created. */
  hasLocale: boolean;
  /** Number of sample products that a new shop starts with, if its owner wants them. */
  sampleProducts: number;
  /** Image names by the role that the chart's values use. A name is a folder in images/. */
  imageNames: Readonly<Record<string, string>>;
  /** The parts of its stores: what visitors reach first, then what that depends on. */
  parts: StoreParts;
  /** Title of a create's last step, in the imperative: what `verify` does, such as `Place a test order`. */
  verification: string;
  /**
   * Paths that run the application for visitors and the owner. A store is not ready while one of them answers 500.
   */
  checkedPages: readonly string[];
  /**
   * The sizes of a store's containers on a plan. All containers, with the shop's counted twice, fit the plan, unless it is
   * smaller than the smallest sizes. Pure.
   */
  sizeStore(plan: PlanResources): StoreSizes;
  /** Whether its shops keep pages for anonymous visitors (`callPageCache`). */
  cachesPages: boolean;
  /** The runtime settings that its stores have; null if there are none. */
  runtimeSettings: RuntimeSettingsSupport | null;
  /** The software that its shops report, the most important for their owners first. */
  software: readonly string[];
  admin(store: Pick<Store, "url" | "config">): ShopAdmin;
}

/** How the platform reaches a shop: through its Ingress, with the shop's own Host header. */
export interface ShopTarget {
  /** Where connections go, e.g. `http://127.0.0.1:8080`. */
  ingressOrigin: string;
  /** PEM certificates that are trusted besides the public ones. */
  ca?: string;
  /** The shop's host as in its address, port included where the address shows one. */
  host: string;
  /** The key of the shop's platform endpoints, from its Secret. */
  platformKey: string;
  signal: AbortSignal;
}

/** Reads the page cache, turns it on or off, or removes all pages from it. */
export type PageCacheCall = { method: "GET" } | { method: "PUT"; on: boolean } | { method: "DELETE" };

/** Everything that differs between kinds of shop. docs/engines.md says how to add one. */
export interface Engine extends EngineProfile {
  availability(): Availability;
  /** Directory of the chart, relative to the project's root. */
  chart: string;
  /** Whether a shop creates its own tables in an empty database (the chart's `database.snapshot: none`). */
  installsItself: boolean;
  /** The images that a new store runs in this installation. */
  images: Images;
  /** Software versions in those images; empty if they are unknown. */
  offers: Software;
  /** The chart's values for a store with these images. Pure, without secrets. */
  buildValues(store: Store, images: Images): Record<string, unknown>;
  /** Keys of the Secret that the chart reads, each with a fresh random value: `admin-password`, `platform-key`, … */
  buildSecrets(): Record<string, string>;
  /**
   * Uses the shop as its visitors do, and verifies that it works.
   * Throws AppError `unavailable` with the step that failed in its message.
   */
  verify(target: ShopTarget): Promise<void>;
  /** Asks the shop for its software versions. Throws AppError `unavailable` if it does not answer. */
  readVersions(target: ShopTarget): Promise<Software>;
  /**
   * Asks the shop what its image supports of what was added later, such as `runtime_settings`. Throws AppError
   * `unavailable` if it does not answer.
   */
  readFeatures(target: ShopTarget): Promise<readonly string[]>;
  /**
   * Whether a shop can go back from a failed update to its previous images. `hasRun`: a newer image has run, and may
   * have changed the shop's data.
   */
  canGoBack(update: { from: Software; to: Software; hasRun: boolean }): boolean;
  /**
   * Asks the shop for a sign-in of its owner without a password. Throws AppError `unavailable` if the shop refuses or
   * does not answer.
   */
  openAdmin(target: ShopTarget, options: { safeMode: boolean }): Promise<AdminEntry>;
  /**
   * Turns safe mode for all visitors on or off. Null where `admin().safeMode` is false. Throws AppError `unavailable` if
   * the shop refuses or does not answer.
   */
  setSafeMode: ((target: ShopTarget, on: boolean) => Promise<void>) | null;
  /**
   * Reads or changes the page cache. Null where `cachesPages` is false. Throws AppError `conflict` if the shop's image
   * has none, `unavailable` if the shop refuses or does not answer.
   */
  callPageCache: ((target: ShopTarget, call: PageCacheCall) => Promise<PageCache>) | null;
  /**
   * Sets the password of the owner's account and ends its sessions. `revokesPrograms`: passwords and API keys that the
   * account gave to other programs end too, and invitations that nobody accepted. Returns the user name. Throws AppError
   * `unavailable` if the shop refuses or does not answer.
   */
  setOwnerPassword(
    target: ShopTarget,
    password: string,
    options?: { revokesPrograms: boolean },
  ): Promise<string>;
}
