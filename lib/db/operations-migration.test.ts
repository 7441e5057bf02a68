import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { imageUpdate } from "@/lib/operations/update-images/image-update";
import { openDatabase } from "./connect";
import { events, installationSettings, operations, stores } from "./schema";

const journal = JSON.parse(readFileSync("drizzle/meta/_journal.json", "utf8")) as {
  entries: { tag: string; when: number }[];
};

const update = {
  from: { images: { wordpress: "w:1" }, versions: [{ name: "WooCommerce", version: "9.5.1" }] },
  to: { images: { wordpress: "w:2" }, versions: [{ name: "WooCommerce", version: "9.6" }] },
  failure: null,
};

/** A database before operations had kinds of their own: an image update runs, two earlier ones have ended. */
function earlierVersion(): string {
  const file = join(mkdtempSync(join(tmpdir(), "storeyard-")), "storeyard.db");
  const db = new Database(file);
  db.exec(
    "create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
  );
  for (const { tag, when } of journal.entries.filter(({ tag }) => tag < "0008")) {
    for (const statement of readFileSync(`drizzle/${tag}.sql`, "utf8").split("--> statement-breakpoint")) {
      db.exec(statement);
    }
    db.prepare("insert into __drizzle_migrations (hash, created_at) values ('', ?)").run(when);
  }
  db.exec(`
    insert into users (id, email, role, created_at) values ('u1', 'ann@example.com', 'admin', 1000);
    insert into stores (id, name, type, owner_id, desired, phase, config, url, created_at, updated_at, proven_digest)
      values ('s1', 'blue', 'wordpress', 'u1', 'ready', 'unready', '{}', 'http://store-blue.localhost', 1000, 1000, 'd1');
    insert into facts (key, value) values ('installation-id', 'i1');
  `);
  db.prepare(`update stores set "update" = ?, images = ?`).run(
    JSON.stringify(update),
    JSON.stringify(update.to.images),
  );
  const insertOperation = db.prepare(
    "insert into operations (id, store_id, owner_id, kind, state, created_at) values (?, 's1', 'u1', ?, ?, ?)",
  );
  const insertEvent = db.prepare(
    "insert into events (at, store_id, store_name, owner_id, operation_id, message, detail) values (1000, 's1', 'blue', 'u1', ?, 'm', ?)",
  );
  const add = (id: string, kind: string, state: string, at: number, details: object[]) => {
    insertOperation.run(id, kind, state, at);
    for (const detail of details) insertEvent.run(id, JSON.stringify(detail));
  };
  add("o1", "create", "done", 1, [
    { kind: "operation.queued", operation: "create" },
    { kind: "step.started", step: "order" },
  ]);
  add("o2", "update", "done", 2, [
    { kind: "operation.queued", operation: "update" },
    { kind: "operation.finished", operation: "update", durationMs: 5 },
  ]);
  add("o3", "update", "failed", 3, [
    { kind: "operation.queued", operation: "update", target: "WooCommerce 9.5.2" },
  ]);
  add("o4", "update", "running", 4, [
    { kind: "operation.queued", operation: "update", target: "WooCommerce 9.6" },
    { kind: "operation.started", operation: "update", attempt: 1 },
  ]);
  db.close();
  return file;
}

it("an image update that runs during the upgrade keeps what it needs to continue", () => {
  const db = openDatabase(earlierVersion());
  const running = db
    .select()
    .from(operations)
    .all()
    .find(({ id }) => id === "o4");
  expect(running).toMatchObject({ kind: "update-images", state: "running", target: "WooCommerce 9.6" });
  expect(imageUpdate.parse(running?.stateData)).toEqual(update);
  expect(db.select().from(stores).get()).toMatchObject({
    images: { wordpress: "w:2" },
    verifiedDigest: "d1",
  });
});

it("earlier updates become plan changes or image updates, in the rows and in their events", () => {
  const db = openDatabase(earlierVersion());
  const rows = db.select().from(operations).all();
  expect(rows.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    "o1 create",
    "o2 change-plan",
    "o3 update-images",
    "o4 update-images",
  ]);
  const told = db.select().from(events).orderBy(events.seq).all();
  const queued = told.filter(({ detail }) => "operation" in detail);
  expect(queued.map(({ detail }) => "operation" in detail && detail.operation)).toEqual([
    "create",
    "change-plan",
    "change-plan",
    "update-images",
    "update-images",
    "update-images",
  ]);
});

it("the step `order` is renamed to `verify`, in stored events too", () => {
  const db = openDatabase(earlierVersion());
  const told = db.select().from(events).all();
  expect(told.flatMap(({ detail }) => ("step" in detail ? [detail.step] : []))).toEqual(["verify"]);
});

it("the installation keeps its id", () => {
  const db = openDatabase(earlierVersion());
  expect(db.select().from(installationSettings).all()).toEqual([{ key: "installation-id", value: "i1" }]);
});
