import { mainPart, mainPhrase } from "@/lib/domain/store-part";
import type { Engines } from "./list-engines";

/** The types that this installation offers, for the API and the dashboard: available ones first. */
export function offerTypes(engines: Engines) {
  return Object.entries(engines)
    .map(([type, { label, gives, sells, hasLocale, parts, sampleProducts, offers, availability }]) => ({
      type,
      label,
      gives,
      mainPart: { title: mainPart(parts)?.title ?? "Store", phrase: mainPhrase(parts) },
      sells,
      hasLocale,
      sampleProducts,
      versions: offers,
      ...availability(),
    }))
    .sort((a, b) => Number(b.available) - Number(a.available));
}
