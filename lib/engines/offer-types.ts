import type { Engine } from "./engine";

/** What this installation offers, as the API and the dashboard tell it: what can be had comes first. */
export function offerTypes(engines: Record<string, Engine>) {
  return Object.values(engines)
    .map(({ type, label, gives, sampleProducts, availability }) => ({
      type,
      label,
      gives,
      sampleProducts,
      ...availability(),
    }))
    .sort((a, b) => Number(b.available) - Number(a.available));
}
