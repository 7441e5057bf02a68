/** "2.25 of 4 cores", or "2.25 cores" without a limit. */
export function formatCores(used: number, most: number | null): string {
  const words = used > 0 && used < 0.01 ? "under 0.01" : `${round(used)}`;
  const unit = (most ?? used) === 1 ? "core" : "cores";
  return most === null ? `${words} ${unit}` : `${words} of ${round(most)} ${unit}`;
}

/** "1.3 of 4 GB", "312 MB of 4 GB", or "312 MB" without a limit. */
export function formatBytes(used: number, most: number | null): string {
  const [amount, unit] = inUnit(used);
  if (most === null) return `${amount} ${unit}`;
  const [mostAmount, mostUnit] = inUnit(most);
  return unit === mostUnit || used === 0
    ? `${amount} of ${mostAmount} ${mostUnit}`
    : `${amount} ${unit} of ${mostAmount} ${mostUnit}`;
}

const units = ["bytes", "KB", "MB", "GB", "TB"];

function inUnit(bytes: number): [number, string] {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return [round(bytes / 1024 ** power), units[power] as string];
}

/** Three significant digits: measured values change every few seconds. */
function round(amount: number): number {
  return Number(amount.toFixed(amount >= 100 ? 0 : amount >= 10 ? 1 : 2));
}
