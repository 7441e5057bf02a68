import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Rate } from "@/lib/domain/rate";

export interface Hit extends Pick<Rate, "most"> {
  allowed: boolean;
  remaining: number;
  /** Until the oldest use that counts leaves the window; the whole window where none counts. */
  resetMs: number;
}

const purgeEveryMs = 10 * 60_000;

/**
 * When each party was let in, in a file of its own: counts need not survive a power cut, so they cost no fsync and do
 * not wait for the platform's own writes. A party's uses are numbered, so that a decision looks at the first and
 * last one and not at all of them.
 */
export class HitLog {
  private readonly db: Database.Database;
  private readonly take: (key: string, rate: Rate, now: number) => Hit;
  private readonly purge: (now: number) => void;
  private purgedAt: number;

  /** Throws where the file can't be opened; one that is no database (any more) is begun anew. */
  constructor(file: string, longestWindowMs: number, now: number) {
    this.db = openFile(file);
    const first = this.db.prepare<[string, number], { n: number; at: number }>(
      "select n, at from hits where key = ? and at > ? order by n limit 1",
    );
    const last = this.db
      .prepare<[string], number>("select n from hits where key = ? order by n desc limit 1")
      .pluck();
    const forget = this.db.prepare<[string, number]>("delete from hits where key = ? and n < ?");
    const add = this.db.prepare<[string, number, number]>("insert into hits (key, n, at) values (?, ?, ?)");
    const old = this.db.prepare<[number, number]>("delete from hits where at <= ? or at > ?");

    const decide = this.db.transaction((key: string, { most, windowMs }: Rate, at: number): Hit => {
      const newest = last.get(key) ?? 0;
      const oldest = first.get(key, at - windowMs);
      const used = oldest === undefined ? 0 : newest - oldest.n + 1;
      const resetMs = (oldest?.at ?? at) + windowMs - at;
      if (used >= most) return { allowed: false, most, remaining: 0, resetMs };
      forget.run(key, oldest?.n ?? newest + 1);
      add.run(key, newest + 1, at);
      return { allowed: true, most, remaining: most - used - 1, resetMs };
    });
    this.take = decide.immediate;
    // Also what a clock that was set back left in the future: it would lock its party out.
    this.purge = (at) => void old.run(at - longestWindowMs, at);
    this.purge(now);
    this.purgedAt = now;
  }

  /** Counts a use where it is within the rate; one that is refused does not count. */
  hit(key: string, rate: Rate, now: number): Hit {
    if (now - this.purgedAt > purgeEveryMs) {
      this.purge(now);
      this.purgedAt = now;
    }
    return this.take(key, rate, now);
  }

  close(): void {
    this.db.close();
  }
}

function openFile(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    return prepareFile(file);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== "SQLITE_NOTADB" && code !== "SQLITE_CORRUPT") throw error;
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
    return prepareFile(file);
  }
}

function prepareFile(file: string): Database.Database {
  const db = new Database(file, { timeout: 100 });
  try {
    chmodSync(file, 0o600);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = OFF");
    db.exec(
      "create table if not exists hits (key text not null, n integer not null, at integer not null, primary key (key, n)) without rowid",
    );
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
