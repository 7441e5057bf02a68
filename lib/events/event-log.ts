import { and, asc, eq, gt, lte, max, or, type SQL } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/connect";
import { memberOf } from "@/lib/db/member-of";
import { offeredTo } from "@/lib/db/offered-to";
import { events, storeMembers } from "@/lib/db/schema";
import type { Store } from "@/lib/domain/store";
import type { StoreEvent } from "@/lib/domain/store-event";

export interface EventFilter {
  /** Only events of stores that this account is a member of, or that are offered to it. */
  memberId?: string;
  storeId?: string;
}

/** The store that an event is about. */
export type EventSubject = Pick<Store, "id" | "name" | "ownerId">;

export type NewEvent = Pick<StoreEvent, "message" | "detail"> & { operationId?: string };

const replayPage = 500;
/** A follower that lags further behind than this reads from the database instead of memory. */
const longestQueue = 1_000;

interface Follower {
  filter: EventFilter;
  queue: StoreEvent[];
  overflowed: boolean;
  wake: () => void;
}

/**
 * The append-only log and its live tail. Appending happens inside the writer's transaction;
 * followers are notified after the commit.
 */
export class EventLog {
  private readonly followers = new Set<Follower>();
  private published: number;
  private publishing = false;
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
    this.published = this.lastSeq();
  }

  append(tx: Tx, store: EventSubject, event: NewEvent): void {
    tx.insert(events)
      .values({ ...event, storeId: store.id, storeName: store.name, ownerId: store.ownerId, at: new Date() })
      .run();
    this.publishSoon();
  }

  lastSeq(): number {
    return (
      this.db
        .select({ last: max(events.seq) })
        .from(events)
        .get()?.last ?? 0
    );
  }

  list(filter: EventFilter, after: number, limit = replayPage, upTo = Number.MAX_SAFE_INTEGER): StoreEvent[] {
    const conditions: (SQL | undefined)[] = [gt(events.seq, after), lte(events.seq, upTo)];
    if (filter.memberId !== undefined) {
      conditions.push(or(memberOf(events.storeId, filter.memberId), offeredTo(filter.memberId)));
    }
    if (filter.storeId !== undefined) conditions.push(eq(events.storeId, filter.storeId));
    return this.db
      .select()
      .from(events)
      .where(and(...conditions))
      .orderBy(asc(events.seq))
      .limit(limit)
      .all();
  }

  /** All events after `after`, then new ones, until the signal. No gap and no repetition between the two. */
  async *follow(filter: EventFilter, after: number, signal: AbortSignal): AsyncGenerator<StoreEvent> {
    const follower: Follower = { filter, queue: [], overflowed: true, wake: () => {} };
    this.followers.add(follower);
    const stop = () => follower.wake();
    signal.addEventListener("abort", stop);
    try {
      let last = after;
      while (!signal.aborted) {
        if (follower.overflowed) {
          follower.overflowed = false;
          for (const event of this.replay(filter, last)) {
            yield event;
            last = event.seq;
            if (signal.aborted) return;
          }
        }
        const event = follower.queue.shift();
        if (event === undefined) {
          if (follower.overflowed) continue;
          await new Promise<void>((resolve) => {
            follower.wake = resolve;
          });
        } else if (event.seq > last) {
          yield event;
          last = event.seq;
        }
      }
    } finally {
      signal.removeEventListener("abort", stop);
      this.followers.delete(follower);
    }
  }

  private *replay(filter: EventFilter, after: number): Generator<StoreEvent> {
    let last = after;
    for (;;) {
      const page = this.list(filter, last);
      yield* page;
      if (page.length < replayPage) return;
      last = page[page.length - 1]?.seq ?? last;
    }
  }

  /**
   * better-sqlite3's transactions are synchronous: in the next turn of the event loop the rows are committed or rolled
   * back.
   */
  private publishSoon(): void {
    if (this.publishing) return;
    this.publishing = true;
    setImmediate(() => {
      this.publishing = false;
      this.publish();
    });
  }

  private publish(): void {
    if (!this.db.$client.open) return;
    if (this.followers.size === 0) {
      this.published = this.lastSeq();
      return;
    }
    for (const event of this.replay({}, this.published)) {
      this.published = event.seq;
      const members = this.membersOf(event.storeId);
      for (const follower of this.followers) {
        if (!matches(follower.filter, event, members)) continue;
        if (follower.queue.length >= longestQueue) {
          follower.queue = [];
          follower.overflowed = true;
        } else if (!follower.overflowed) {
          follower.queue.push(event);
        }
        follower.wake();
      }
    }
  }

  /** Read again for each event: removed members receive no more events, added ones receive the next. */
  private membersOf(storeId: string): Set<string> {
    const rows = this.db
      .select({ userId: storeMembers.userId })
      .from(storeMembers)
      .where(eq(storeMembers.storeId, storeId))
      .all();
    return new Set(rows.map(({ userId }) => userId));
  }
}

function matches({ memberId, storeId }: EventFilter, event: StoreEvent, members: Set<string>): boolean {
  const { detail } = event;
  const isOffered = detail.kind === "store.handover" && detail.to === memberId;
  return (
    (memberId === undefined || members.has(memberId) || isOffered) &&
    (storeId === undefined || storeId === event.storeId)
  );
}
