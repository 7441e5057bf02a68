import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { isRunning, type ProcessRecord, recordProcess } from "./process-record";
import { ensureStateDir } from "./state";
import { print } from "./steps";

/** A lock that its owner has not renewed for this long belongs to a dead process and is taken over. */
const staleMs = 20_000;
const renewMs = 4_000;
const pollMs = 250;

/**
 * Runs the work while no other command works on the same installation. Commands run in the order in which they asked:
 * each waits with a ticket of its own until it has no living predecessor, and then for the lock. Rejects when another
 * command took the lock over, which happens only to a process that was suspended.
 */
export async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const directory = ensureStateDir();
  const file = join(directory, "script");
  const ticket = writeTicket(`${file}.lock`);
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => {});
  let release: () => Promise<void>;
  try {
    if (existsSync(`${file}.lock`) || hasPredecessor(`${file}.lock`, ticket)) {
      print("Another command of Storeyard is running: waiting for it to end.");
    }
    while (hasPredecessor(`${file}.lock`, ticket)) await delay(pollMs);
    release = await lock(file, {
      realpath: false,
      stale: staleMs,
      update: renewMs,
      retries: { forever: true, factor: 1, minTimeout: pollMs, maxTimeout: pollMs },
      onCompromised: (cause) => lost.reject(new Error("Another command took over the lock.", { cause })),
    });
  } finally {
    rmSync(ticket, { force: true });
  }
  try {
    return await Promise.race([work(), lost.promise]);
  } finally {
    // A lock that was lost belongs to another command.
    await release().catch(() => {});
  }
}

/** Tickets sort by the time at which they were taken. */
function writeTicket(lockPath: string): string {
  const ticket = `${lockPath}.${Date.now()}.${process.pid}`;
  // Renamed into place: a ticket appears with its whole content.
  const unfinished = join(dirname(lockPath), `.ticket.${process.pid}`);
  writeFileSync(unfinished, JSON.stringify(recordProcess(process.pid)));
  renameSync(unfinished, ticket);
  return ticket;
}

/** Whether a living process took a ticket earlier. Removes the tickets of dead ones. */
function hasPredecessor(lockPath: string, own: string): boolean {
  const tickets = readdirSync(dirname(lockPath))
    .filter((name) => name.startsWith(`${basename(lockPath)}.`))
    .sort()
    .map((name) => join(dirname(lockPath), name));
  for (const ticket of tickets.slice(0, tickets.indexOf(own))) {
    const owner = readTicket(ticket);
    if (owner !== null && isRunning(owner)) return true;
    rmSync(ticket, { force: true });
  }
  return false;
}

function readTicket(ticket: string): ProcessRecord | null {
  try {
    return JSON.parse(readFileSync(ticket, "utf8")) as ProcessRecord | null;
  } catch {
    return null;
  }
}
