import type { Settings } from "@/lib/env";
import type { Engine } from "../engine";
import { openAdmin } from "./open-admin";
import { readVersions } from "./read-versions";
import { buildStoreSecrets, buildStoreValues, storeChart } from "./store-chart";
import { visitSite } from "./visit-site";
import { wordpressProfile } from "./wordpress-profile";

export function wordpress(settings: Settings): Engine {
  return {
    ...wordpressProfile,
    availability: () => ({ available: true }),
    chart: storeChart,
    images: { wordpress: settings.images.wordpress, mariadb: settings.images.mariadb },
    buildValues: (store, images) => buildStoreValues(store, images, settings),
    buildSecrets: buildStoreSecrets,
    prove: visitSite,
    readVersions,
    openAdmin,
  };
}
