import type { QuotaUse } from "@/lib/domain/inspection";
import { formatBytes, formatCores } from "./format-amount";

const names: Record<string, string> = {
  "limits.cpu": "CPU limit",
  "limits.memory": "Memory limit",
  "requests.cpu": "CPU request",
  "requests.memory": "Memory request",
  "requests.storage": "Storage request",
  persistentvolumeclaims: "Volumes",
  pods: "Pods",
};

/** The quota's resources to show, with their labels. Resources with a quota of 0 are hidden. */
export function shownQuota(quota: QuotaUse[]): (QuotaUse & { name: string })[] {
  return Object.entries(names).flatMap(([resource, name]) => {
    const use = quota.find((each) => each.resource === resource);
    return use && use.mostAmount > 0 ? [{ ...use, name }] : [];
  });
}

/** "2.25 of 4 cores", "1.3 of 4 GB", "2 of 10". */
export function formatUse({ resource, usedAmount, mostAmount }: QuotaUse): string {
  if (resource.endsWith(".cpu")) return formatCores(usedAmount, mostAmount);
  if (/memory|storage/.test(resource)) return formatBytes(usedAmount, mostAmount);
  return `${usedAmount} of ${mostAmount}`;
}
