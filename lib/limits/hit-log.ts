import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Rate } from "@/lib/domain/rate";

export interface Hit extends Pick<Rate, "most"> {
  allowed: boolean;
  remaining: number;
  /** Time until the oldest use in the window leaves it; the whole window if there is none. */
  resetMs: number;
}

interface Use {
  remaining: number;
  resetMs: number;
  /** The numbers of the oldest use in the window and of the newest of all. */
  oldest: number;
  newest: number;
}

const purgeEveryMs = 10 * 60_000;

/**
 * The accepted uses of each party, in a database of its own: counts need not survive a power cut, so they cost no
 * fsync and do not wait for the platform's writes. Uses are numbered for each party, so a decision reads only the
 * first and the last one.
 */
export class HitLog {
  private readonly db: Database.Database;
  private readonly take: (key: string, rate: Rate, now: number) => Hit;
  private readonly count: (key: string, rate: Rate, now: number) => Use;
  private readonly remove: (key: string) => void;
  private readonly purge: (now: number) => void;
  private purgedAt: number;

  /** Throws where the file can't be opened; a file that is not a database is replaced. */
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
    const all = this.db.prepare<[string]>("delete from hits where key = ?");
    const old = this.db.prepare<[number, number]>("delete from hits where at <= ? or at > ?");

    this.count = (key, { most, windowMs }, at) => {
      const newest = last.get(key) ?? 0;
      const oldest = first.get(key, at - windowMs);
      const used = oldest === undefined ? 0 : newest - oldest.n + 1;
      const resetMs = (oldest?.at ?? at) + windowMs - at;
      return { remaining: Math.max(0, most - used), resetMs, oldest: oldest?.n ?? newest + 1, newest };
    };
    const decide = this.db.transaction((key: string, rate: Rate, at: number): Hit => {
      const { remaining, resetMs, oldest, newest } = this.count(key, rate, at);
      const { most } = rate;
      if (remaining === 0) return { allowed: false, most, remaining, resetMs };
      forget.run(key, oldest);
      add.run(key, newest + 1, at);
      return { allowed: true, most, remaining: remaining - 1, resetMs };
    });
    this.take = decide.immediate;
    this.remove = (key) => void all.run(key);
    // Also uses in the future: after the clock was set back they would lock their party out.
    this.purge = (at) => void old.run(at - longestWindowMs, at);
    this.purge(now);
    this.purgedAt = now;
  }

  /** Counts a use if it is within the rate. Refused uses do not count. */
  hit(key: string, rate: Rate, now: number): Hit {
    if (now - this.purgedAt > purgeEveryMs) {
      this.purge(now);
      this.purgedAt = now;
    }
    return this.take(key, rate, now);
  }

  /** The remaining uses. Counts nothing. */
  remaining(key: string, rate: Rate, now: number): Pick<Hit, "remaining" | "resetMs"> {
    const { remaining, resetMs } = this.count(key, rate, now);
    return { remaining, resetMs };
  }

  /** Forgets the uses of a party. */
  reset(key: string): void {
    this.remove(key);
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
