import { eq, ne } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { assignUrl } from "@/lib/domain/store-address";
import type { OperationDeps } from "../operation-deps";

/**
 * Compares the stores' addresses with the settings, before the worker starts. Where they differ, the stores are moved if
 * `MOVE_STORES` allows it: a settings file that is missing must not take a hundred shops off their addresses.
 * Throws an Error with both addresses and the next step where it does not.
 */
export function moveStores({
  db,
  operations,
  settings,
}: Pick<OperationDeps, "db" | "operations" | "settings">): void {
  transact(db, (tx) => {
    const rows = tx.select().from(stores).where(ne(stores.desired, "deleted")).all();
    const misplaced = rows.filter(({ name, url }) => assignUrl(name, settings.address) !== url);
    const used = misplaced.filter(isUsed);
    if (used[0] && !settings.moveStores) throw new Error(refusal(used[0], used.length, settings));
    for (const row of misplaced) {
      const url = assignUrl(row.name, settings.address);
      tx.update(stores).set({ url, updatedAt: new Date() }).where(eq(stores.id, row.id)).run();
      if (!isUsed(row)) continue;
      operations.enqueue(tx, row, {
        kind: "change-address",
        requester: null,
        target: url,
        state: { from: row.url },
      });
    }
  });
}

/** A store that was never ready, or whose create failed, has no address that somebody uses: its create takes the new one. */
function isUsed({ readyAt, phase }: StoreRow): boolean {
  return readyAt !== null && phase !== "failed";
}

function refusal({ name, url }: StoreRow, count: number, { address }: OperationDeps["settings"]): string {
  const are = count === 1 ? "1 store has another address" : `${count} stores have other addresses`;
  return [
    `${are} than STORE_DOMAIN, STORE_SCHEME and STORE_PORT assign: ${name} is at ${url}, not at ${assignUrl(name, address)}.`,
    `Restore these settings, or set MOVE_STORES=true to move ${count === 1 ? "it" : "them"} to the new address.`,
  ].join(" ");
}
