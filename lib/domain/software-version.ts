/** A program that a shop runs, by the name that people know it by. */
export interface SoftwareVersion {
  name: string;
  version: string;
}

/** What a shop runs in the order of what matters to its owner: itself, what it stands on, and the rest. */
export type Software = SoftwareVersion[];

/** The shop and what it stands on: “WooCommerce 9.5.1 on WordPress 6.8”. Null where nothing is known. */
export function describeSoftware([shop, ground]: Software): string | null {
  if (!shop) return null;
  return ground ? `${formatVersion(shop)} on ${formatVersion(ground)}` : formatVersion(shop);
}

export function formatVersion({ name, version }: SoftwareVersion): string {
  return `${name} ${version}`;
}

/** The versions that a text names: “WooCommerce 9.5.1, WordPress 6.9.4”. What has no version in it is left out. */
export function parseSoftware(text: string): Software {
  return text.split(",").flatMap((part) => {
    const [, name, version] = /^\s*(.+?)\s+(\d\S*)\s*$/.exec(part) ?? [];
    return name && version ? [{ name, version }] : [];
  });
}
