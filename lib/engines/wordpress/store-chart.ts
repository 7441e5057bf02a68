import { randomBytes } from "node:crypto";
import type { Images } from "@/lib/domain/images";
import { credentialsSecret, type Store } from "@/lib/domain/store";
import { hostOf } from "@/lib/domain/store-address";
import type { Settings } from "@/lib/env";
import { wordpressAdmin } from "./wordpress-profile";

export const storeChart = "charts/store";

/** The values of charts/store for a store. The chart's own files define all others. */
export function buildStoreValues(store: Store, images: Images, settings: Settings): Record<string, unknown> {
  return {
    store: {
      name: store.name,
      type: store.type,
      url: store.url,
      host: hostOf(store),
      title: store.config.title,
      adminUser: wordpressAdmin,
      adminEmail: store.config.adminEmail,
      country: store.config.country,
      currency: store.config.currency,
      sampleProduct: store.config.sampleProduct,
      ...(store.config.language && { language: store.config.language }),
      ...(store.config.timeZone && { timeZone: store.config.timeZone }),
      ...(settings.tlsBeforeIngress && { tlsProxy: true }),
    },
    images,
    existingSecret: credentialsSecret,
    ...(Object.keys(store.runtimeSettings).length > 0 && { runtime: store.runtimeSettings }),
    ...(settings.ingressClass && { ingress: { className: settings.ingressClass } }),
  };
}

/** Fresh random values for the Secret that the chart reads. */
export function buildStoreSecrets(): Record<string, string> {
  return {
    "database-password": randomBytes(24).toString("base64url"),
    "admin-password": randomBytes(15).toString("base64url"),
    "platform-key": randomBytes(32).toString("base64url"),
    "wordpress-salt": randomBytes(64).toString("base64url"),
  };
}
