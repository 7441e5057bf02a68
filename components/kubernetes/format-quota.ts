import type { QuotaUse } from "@/lib/domain/inspection";

const names: Record<string, string> = {
  "limits.cpu": "CPU at most",
  "limits.memory": "Memory at most",
  "requests.cpu": "CPU for sure",
  "requests.memory": "Memory for sure",
  "requests.storage": "Disk",
  persistentvolumeclaims: "Volumes",
  pods: "Pods",
};

/** What a plan limits, in words: those that it forbids altogether are no meter. */
export function shownQuota(quota: QuotaUse[]): (QuotaUse & { name: string })[] {
  return Object.entries(names).flatMap(([resource, name]) => {
    const use = quota.find((each) => each.resource === resource);
    return use && use.mostAmount > 0 ? [{ ...use, name }] : [];
  });
}

/** "2.25 of 4 cores", "1.3 of 4 GB", "2 of 10". */
export function formatUse({ resource, usedAmount, mostAmount }: QuotaUse): string {
  if (resource.endsWith(".cpu")) return `${round(usedAmount)} of ${round(mostAmount)} ${cores(mostAmount)}`;
  if (!/memory|storage/.test(resource)) return `${usedAmount} of ${mostAmount}`;
  const [most, unit] = inBytes(mostAmount);
  const [used, usedUnit] = inBytes(usedAmount);
  return usedUnit === unit || usedAmount === 0
    ? `${used} of ${most} ${unit}`
    : `${used} ${usedUnit} of ${most} ${unit}`;
}

function cores(count: number): string {
  return count === 1 ? "core" : "cores";
}

const units = ["bytes", "KB", "MB", "GB", "TB"];

function inBytes(bytes: number): [number, string] {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return [round(bytes / 1024 ** power), units[power] as string];
}

function round(amount: number): number {
  return Number(amount.toFixed(2));
}
