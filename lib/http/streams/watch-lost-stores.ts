import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreRole } from "@/lib/domain/store-role";
import { roleOf } from "@/lib/services/access/get-store-for";
import { listLostStores } from "@/lib/services/access/list-lost-stores";
import { visibleRoles } from "@/lib/services/access/visible-roles";
import type { Ctx } from "@/lib/services/app-context";
import { listOwnerEmails } from "@/lib/services/stores/list-owner-emails";
import { formatMessage } from "./event-message";

export interface LostStores {
  /** Marks the event's store as known to the actor. */
  note(event: StoreEvent): void;
  /**
   * Sends `lost` messages: first for stores lost since the stream's start event, then whenever access changes. Returns the
   * unsubscriber.
   */
  tell(send: (message: string) => void): () => void;
}

/** The store of a stream (null: all stores), and the event after which it starts. */
export interface Followed {
  storeId: string | null;
  after: number | "now";
}

/**
 * Tracks the stores that the actor of a stream can see, and reports those that they lose. Losing a store produces no
 * event for them, since events go to members only. A previous owner also learns who the new owner is.
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
      // An offered store is not visible to the actor yet.
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
