import type { StoreEvent } from "@/lib/domain/store-event";
import { visibleStoreIds } from "@/lib/services/access/visible-store-ids";
import type { Ctx } from "@/lib/services/context";
import { formatMessage } from "./event-message";

export interface LostStores {
  /** The reader hears of this store, so they know of it from now on. */
  note(event: StoreEvent): void;
  /** Sends message `lost` (which has no id) from now on; returns the unsubscriber. */
  tell(send: (message: string) => void): () => void;
}

/**
 * Knows which stores a reader of all their stores' events knows of, and tells which of them they see no more: of what
 * takes a store away no event reaches them, since it is not theirs any more.
 */
export function watchLostStores({ app, actor }: Ctx): LostStores {
  let known = visibleStoreIds(app, actor);
  return {
    note: ({ storeId }) => void known?.add(storeId),
    tell: (send) =>
      app.accessChanges.onRing(() => {
        const visible = visibleStoreIds(app, actor);
        const lost = known && visible ? [...known].filter((id) => !visible.has(id)) : [];
        known = visible;
        if (lost.length > 0) send(formatMessage("lost", { storeIds: lost }));
      }),
  };
}
