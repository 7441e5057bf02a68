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

/** Whether an offer has an older version of something than there is now: nobody's update, and some can't go there. */
export function leadsBack(offered: Software, now: Software): boolean {
  return offered.some(({ name, version }) => {
    const there = now.find((program) => program.name === name)?.version;
    return there !== undefined && compareVersions(version, there) < 0;
  });
}

/** Less than 0 where `a` is of before `b`; what is not a number counts as 0. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(".").map((part) => Number.parseInt(part, 10) || 0));
  const differences = Array.from(
    { length: Math.max(left?.length ?? 0, right?.length ?? 0) },
    (_, at) => (left?.[at] ?? 0) - (right?.[at] ?? 0),
  );
  return differences.find((difference) => difference !== 0) ?? 0;
}
