import type { Cause } from "@/lib/domain/cause";
import type { StorePart } from "@/lib/domain/store-part";
import { formatBytes } from "../format-bytes";
import type { Load } from "../logs/find-load";

/** What the load did to a part of a store; null if nothing. A kill is the more serious: a request was lost. */
export function explainLoad({ killed, busy }: Load, { name, phrase }: StorePart): Cause | null {
  if (killed) {
    const { processes, limitBytes } = killed;
    const size = limitBytes > 0 ? ` (${formatBytes(limitBytes)})` : "";
    const many = processes === 1 ? "A process" : `${processes} processes`;
    return {
      code: "workers_killed",
      component: name,
      message: `${many} of ${phrase} ${processes === 1 ? "was" : "were"} killed because the container's memory${size} was full.`,
      next: "A larger plan gives it more memory. Uploads of large pictures and imports need the most.",
      waitingMayCure: true,
    };
  }
  if (busy) {
    return {
      code: "workers_busy",
      component: name,
      message: `All ${busy.workers} workers of ${phrase} were busy, so visitors had to wait.`,
      next: "Look for slow pages in its log. A larger plan answers more visitors at the same time.",
      waitingMayCure: true,
    };
  }
  return null;
}
