import type { Tx } from "@/lib/db/connect";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { EventLog } from "@/lib/events/event-log";

/** Writes a cause into the store's timeline, whether or not its phase ever shows it. */
export function recordWarning(tx: Tx, events: EventLog, row: StoreRow, cause: Cause): void {
  const message = [cause.message, cause.next].filter(Boolean).join(" ");
  events.append(tx, row, { message, detail: { kind: "store.warning", cause } });
}
