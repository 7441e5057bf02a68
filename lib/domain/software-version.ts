/** A program that a shop runs, with its common name. */
export interface SoftwareVersion {
  name: string;
  version: string;
}

/** A shop's programs: the shop itself, its platform, then the rest. */
export type Software = SoftwareVersion[];

/** The shop and its platform: “WooCommerce 9.5.1 on WordPress 6.8”. Null if unknown. */
export function describeSoftware([shop, ground]: Software): string | null {
  if (!shop) return null;
  return ground ? `${formatVersion(shop)} on ${formatVersion(ground)}` : formatVersion(shop);
}

export function formatVersion({ name, version }: SoftwareVersion): string {
  return `${name} ${version}`;
}

/** Parses the versions in a text: “WooCommerce 9.5.1, WordPress 6.9.4”. Parts without a version are ignored. */
export function parseSoftware(text: string): Software {
  return text.split(",").flatMap((part) => {
    const [, name, version] = /^\s*(.+?)\s+(\d\S*)\s*$/.exec(part) ?? [];
    return name && version ? [{ name, version }] : [];
  });
}
