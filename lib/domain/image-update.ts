import type { Images } from "./images";
import { formatVersion, type Software } from "./software-version";

/** An available update. */
export interface OfferedUpdate {
  images: Images;
  /** Their software versions; empty if unknown. */
  versions: Software;
}

/** Describes an update by the first program with another version: “WooCommerce 9.6 (now 9.5.1)”. */
export function describeUpdate(offered: Software, now: Software): string {
  const versionNow = (name: string) => now.find((program) => program.name === name)?.version;
  const news = offered.find(({ name, version }) => (versionNow(name) ?? version) !== version);
  if (news) return `${formatVersion(news)} (now ${versionNow(news.name)})`;
  const [shop] = now.length > 0 ? now : offered;
  return shop ? `a newer build of ${formatVersion(shop)}` : "newer images";
}

/** The target of an update, without the current version. */
export function sayTarget(offered: Software, now: Software): string {
  return describeUpdate(offered, now).replace(/ \(now .*\)$/, "");
}
