import compare from "semver/functions/compare";

/** What a release candidate and the like are called; any other suffix (`-MariaDB`, `-1ubuntu3`) is the packager's. */
const preRelease = /^[-.~]?(alpha|beta|canary|dev|next|pre|preview|rc|snapshot)[-.]?(\d*)/i;

/**
 * Less than 0 where version `a` is older than `b`, 0 where neither is. Pre-releases are older than their release, by the
 * rules of Semantic Versioning; versions with more or fewer than three numbers are compared number by number.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [readVersion(a), readVersion(b)];
  return compare(left.version, right.version) || compareNumbers(left.more, right.more);
}

function readVersion(text: string): { version: string; more: number[] } {
  const [, numbers = "0", suffix = ""] = /^\D*(\d+(?:\.\d+)*)(.*)$/.exec(text) ?? [];
  const [major = 0, minor = 0, patch = 0, ...more] = numbers.split(".").map(Number);
  const [, stage, count] = preRelease.exec(suffix) ?? [];
  const release = `${major}.${minor}.${patch}`;
  return { version: stage ? `${release}-${stage.toLowerCase()}.${Number(count)}` : release, more };
}

function compareNumbers(a: number[], b: number[]): number {
  const length = Math.max(a.length, b.length);
  const differences = Array.from({ length }, (_, at) => (a[at] ?? 0) - (b[at] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
