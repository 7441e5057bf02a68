import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { EventLog } from "@/lib/events/event-log";
import { describeHealth } from "./describe-health";
import type { Health } from "./judge-health";

/** Writes a store's phase and cause with their event, if they changed. */
export function recordHealth(
  tx: Tx,
  events: EventLog,
  row: StoreRow,
  { phase, cause }: Pick<Health, "phase" | "cause">,
): void {
  if (phase === row.phase && cause?.message === row.cause?.message) return;
  tx.update(stores).set({ phase, cause, updatedAt: new Date() }).where(eq(stores.id, row.id)).run();
  events.append(tx, row, {
    message: cause === null ? `${row.name} is ready again` : describeHealth(row.name, { phase, cause }),
    detail: { kind: "store.phase", phase, cause },
  });
}
