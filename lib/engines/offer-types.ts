import type { Engines } from "./list-engines";

/** What this installation offers, as the API and the dashboard tell it: what can be had comes first. */
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
