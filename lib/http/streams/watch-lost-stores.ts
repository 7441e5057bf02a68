import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreRole } from "@/lib/domain/store-role";
import { roleOf } from "@/lib/services/access/get-store-for";
import { listLostStores } from "@/lib/services/access/list-lost-stores";
import { visibleRoles } from "@/lib/services/access/visible-roles";
import type { Ctx } from "@/lib/services/app-context";
import { listOwnerEmails } from "@/lib/services/stores/list-owner-emails";
import { formatMessage } from "./event-message";

export interface LostStores {
  /** The reader hears of this store, so they know of it from now on. */
  note(event: StoreEvent): void;
  /**
   * Sends message `lost` (which has no id): at once of what was lost while the reader was away, then of what they lose.
   * Returns the unsubscriber.
   */
  tell(send: (message: string) => void): () => void;
}

/** What a stream is about, and the last event that its reader has. */
export interface Followed {
  storeId: string | null;
  after: number | "now";
}

/**
 * Knows which stores a reader of events knows of, and tells which of them they see no more: of what takes a store away
 * no event reaches them, since it is not theirs any more. Who owned it is told whose it is now.
 */
export function watchLostStores({ app, actor }: Ctx, { storeId, after }: Followed): LostStores {
  let known = visibleRoles(app, actor, storeId);

  function describe(lost: [string, StoreRole][]): string {
    const owned = lost.filter(([, role]) => role === "owner").map(([id]) => id);
    const storeIds = lost.map(([id]) => id);
    return formatMessage("lost", { storeIds, newOwners: listOwnerEmails(app, owned) });
  }

  function tellMissing(before: Map<string, StoreRole>, send: (message: string) => void) {
    const lost = [...before].filter(([id]) => known !== null && !known.has(id));
    if (lost.length > 0) send(describe(lost));
  }

  return {
    note({ storeId: id, detail }) {
      // Of what is merely offered to them the reader has nothing to lose.
      if (known === null || known.has(id) || detail.kind === "store.handover") return;
      known.set(id, roleOf(app.db, id, actor.userId) ?? "viewer");
    },
    tell(send) {
      if (known !== null && storeId === null && after !== "now") {
        tellMissing(listLostStores(app, actor, after), send);
      }
      return app.accessChanges.subscribe(() => {
        const before = known;
        known = visibleRoles(app, actor, storeId);
        if (before) tellMissing(before, send);
      });
    },
  };
}
