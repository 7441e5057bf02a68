import { randomBytes } from "node:crypto";
import type { Images } from "@/lib/domain/images";
import { credentialsSecret, type Store } from "@/lib/domain/store";
import { hostOf } from "@/lib/domain/store-address";
import type { Settings } from "@/lib/env";
import { checkAvailability } from "../check-availability";
import type { Engine } from "../engine";
import { pickImages } from "../pick-images";
import { pickSoftware } from "../pick-software";
import { canGoBack } from "./can-go-back";
import { medusaProfile } from "./medusa-profile";
import { openAdmin } from "./open-admin";
import { placeOrder } from "./place-order";
import { readFeatures } from "./read-features";
import { readVersions } from "./read-versions";
import { setOwnerPassword } from "./set-owner-password";

export function medusa(settings: Settings): Engine {
  return {
    ...medusaProfile,
    availability: () => checkAvailability(settings, "medusa", medusaProfile),
    chart: "charts/medusa",
    installsItself: false,
    images: pickImages(settings, medusaProfile),
    offers: pickSoftware(settings, medusaProfile),
    buildValues: (store, images) => buildValues(store, images, settings),
    buildSecrets,
    verify: placeOrder,
    readVersions,
    readFeatures,
    canGoBack,
    openAdmin,
    setOwnerPassword,
    setSafeMode: null,
    callPageCache: null,
  };
}

function buildValues(store: Store, images: Images, settings: Settings): Record<string, unknown> {
  const { name, url, config, runtimeSettings } = store;
  const { title, adminEmail, country, currency, sampleProduct } = config;
  return {
    store: {
      ...{ name, url, host: hostOf(store), title, adminEmail, country, currency, sampleProduct },
      ...(settings.tlsBeforeIngress && { tlsProxy: true }),
    },
    images,
    existingSecret: credentialsSecret,
    ...(Object.keys(runtimeSettings).length > 0 && { runtime: runtimeSettings }),
    ...(settings.ingressClass && { ingress: { className: settings.ingressClass } }),
  };
}

/** Fresh random values for the Secret that the chart reads. The two API keys have the form that Medusa requires. */
function buildSecrets(): Record<string, string> {
  return {
    "database-password": randomBytes(24).toString("base64url"),
    "admin-password": randomBytes(15).toString("base64url"),
    "platform-key": `sk_${randomBytes(32).toString("hex")}`,
    "publishable-key": `pk_${randomBytes(32).toString("hex")}`,
    "jwt-secret": randomBytes(48).toString("base64url"),
    "cookie-secret": randomBytes(48).toString("base64url"),
  };
}
