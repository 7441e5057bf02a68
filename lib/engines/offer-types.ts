import type { Engines } from "./list-engines";

/** The types that this installation offers, for the API and the dashboard: available ones first. */
export function offerTypes(engines: Engines) {
  return Object.entries(engines)
    .map(([type, { label, gives, sampleProducts, offers, availability }]) => ({
      type,
      label,
      gives,
      sampleProducts,
      versions: offers,
      ...availability(),
    }))
    .sort((a, b) => Number(b.available) - Number(a.available));
}
