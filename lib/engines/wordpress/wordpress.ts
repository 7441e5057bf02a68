import type { Settings } from "@/lib/env";
import { checkAvailability } from "../check-availability";
import type { Engine } from "../engine";
import { pickImages } from "../pick-images";
import { pickSoftware } from "../pick-software";
import { openAdmin } from "./open-admin";
import { callPageCache } from "./page-cache";
import { readFeatures } from "./read-features";
import { readVersions } from "./read-versions";
import { setOwnerPassword } from "./set-owner-password";
import { setSafeMode } from "./set-safe-mode";
import { buildStoreSecrets, buildStoreValues, storeChart } from "./store-chart";
import { visitSite } from "./visit-site";
import { wordpressProfile } from "./wordpress-profile";

export function wordpress(settings: Settings): Engine {
  return {
    ...wordpressProfile,
    availability: () => checkAvailability(settings, "wordpress", wordpressProfile),
    chart: storeChart,
    installsItself: true,
    images: pickImages(settings, wordpressProfile),
    offers: pickSoftware(settings, wordpressProfile),
    buildValues: (store, images) => buildStoreValues(store, images, settings),
    buildSecrets: buildStoreSecrets,
    verify: visitSite,
    readVersions,
    readFeatures,
    // Earlier versions work with the tables of later ones.
    canGoBack: () => true,
    openAdmin,
    setOwnerPassword,
    setSafeMode,
    callPageCache,
  };
}
