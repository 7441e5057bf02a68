import type { Images } from "./images";
import { formatVersion, type Software } from "./software-version";

/** What a store may be updated to. */
export interface OfferedUpdate {
  images: Images;
  /** What they hold; empty where nobody said so. */
  versions: Software;
}

/** What an update brings: “WooCommerce 9.6 (now 9.5.1)”, of the first program that is another one then. */
export function describeUpdate(offered: Software, now: Software): string {
  const versionNow = (name: string) => now.find((program) => program.name === name)?.version;
  const news = offered.find(({ name, version }) => (versionNow(name) ?? version) !== version);
  if (news) return `${formatVersion(news)} (now ${versionNow(news.name)})`;
  const [shop] = now.length > 0 ? now : offered;
  return shop ? `a newer build of ${formatVersion(shop)}` : "newer images";
}

/** What a store is said to be updated to. */
export function sayTarget(offered: Software, now: Software): string {
  return describeUpdate(offered, now).replace(/ \(now .*\)$/, "");
}
