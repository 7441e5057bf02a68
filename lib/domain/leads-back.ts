import { compareVersions } from "./compare-versions";
import type { Software } from "./software-version";

/** Whether an offer has an older version of something than there is now: it is no update, and some data can't go back. */
export function leadsBack(offered: Software, now: Software): boolean {
  return offered.some(({ name, version }) => {
    const current = now.find((program) => program.name === name)?.version;
    return current !== undefined && compareVersions(version, current) < 0;
  });
}
