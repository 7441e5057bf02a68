import { describe, expect, it } from "vitest";
import { transact } from "@/lib/db/connect";
import { storeMembers } from "@/lib/db/schema";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { ReconcileDeps } from "@/lib/reconcile/deps";
import { createTestPlatform } from "@/tests/support/test-platform";
import type { EventFilter, EventLog, EventSubject, NewEvent } from "./event-log";

const subject = (ownerId: string, id: string) => ({ id, name: id, ownerId });
const blue = subject("ann", "blue");

function said(message: string): NewEvent {
  return { message, detail: { kind: "store.drift", object: "Pod/x" } };
}

function appendMany({ db, events }: Pick<ReconcileDeps, "db" | "events">, count: number): void {
  transact(db, (tx) => {
    for (let n = 0; n < count; n += 1) events.append(tx, blue, said(`event ${n}`));
  });
}

async function take(
  log: EventLog,
  count: number,
  after = 0,
  filter: EventFilter = {},
): Promise<StoreEvent[]> {
  const taken: StoreEvent[] = [];
  for await (const event of log.follow(filter, after, AbortSignal.timeout(5_000))) {
    taken.push(event);
    if (taken.length === count) break;
  }
  return taken;
}

const messages = (events: StoreEvent[]) => events.map(({ message }) => message);

describe("following the log", () => {
  it("replays missed events and continues with new ones, without a gap or a repetition", async () => {
    const { deps } = createTestPlatform();
    appendMany(deps, 1_200);
    const following = take(deps.events, 1_400, 10);
    for (let batch = 0; batch < 21; batch += 1) appendMany(deps, 10);
    const seqs = (await following).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 1_400 }, (_, n) => n + 11));
  });

  it("returns no events of a transaction that was rolled back", async () => {
    const { deps } = createTestPlatform();
    const following = take(deps.events, 1);
    await new Promise(setImmediate);
    const broken = () =>
      transact(deps.db, (tx) => {
        deps.events.append(tx, blue, said("never happened"));
        throw new Error("no");
      });
    expect(broken).toThrow("no");
    transact(deps.db, (tx) => deps.events.append(tx, blue, said("happened")));
    expect(messages(await following)).toEqual(["happened"]);
  });

  it("returns only events of the member's stores, also from memory", async () => {
    const platform = createTestPlatform();
    const { deps } = platform;
    const ann = platform.as("ann@example.com").actor.userId;
    const red = subject("bob", "red");
    const append = (about: EventSubject, message: string) =>
      transact(deps.db, (tx) => deps.events.append(tx, about, said(message)));
    const join = (storeId: string) =>
      deps.db
        .insert(storeMembers)
        .values({ storeId, userId: ann, role: "viewer", createdAt: new Date() })
        .run();
    join(blue.id);
    append(blue, "hers");
    append(red, "his");
    const following = take(deps.events, 3, 0, { memberId: ann });
    await new Promise(setImmediate);
    append(red, "his again");
    append(blue, "hers again");
    await new Promise(setImmediate);
    join(red.id);
    append(red, "shared by now");
    expect(messages(await following)).toEqual(["hers", "hers again", "shared by now"]);
  });

  it("returns nothing to a former member", async () => {
    const platform = createTestPlatform();
    const { deps } = platform;
    const ann = platform.as("ann@example.com").actor.userId;
    const append = (message: string) =>
      transact(deps.db, (tx) => deps.events.append(tx, blue, said(message)));
    deps.db
      .insert(storeMembers)
      .values({ storeId: blue.id, userId: ann, role: "viewer", createdAt: new Date() })
      .run();
    const heard: string[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const event of deps.events.follow({ memberId: ann }, 0, stop.signal))
        heard.push(event.message);
    })();
    append("before");
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    deps.db.delete(storeMembers).run();
    append("after");
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    stop.abort();
    await following;
    expect(heard).toEqual(["before"]);
  });

  it("skips no event for a reader that is far behind", async () => {
    const { deps } = createTestPlatform();
    const stop = new AbortController();
    const follower = deps.events.follow({}, 0, stop.signal);
    transact(deps.db, (tx) => deps.events.append(tx, blue, said("first")));
    const seen = [(await follower.next()).value?.seq];
    appendMany(deps, 2_500);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    while (seen.length < 2_501) seen.push((await follower.next()).value?.seq);
    stop.abort();
    expect(seen).toEqual(Array.from({ length: 2_501 }, (_, n) => n + 1));
  });

  it("ends at the signal while no events arrive", async () => {
    const { deps } = createTestPlatform();
    const stop = new AbortController();
    const next = deps.events.follow({}, 0, stop.signal).next();
    await new Promise(setImmediate);
    stop.abort();
    expect((await next).done).toBe(true);
  });
});
