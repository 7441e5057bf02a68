import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, type ProcessRecord } from "../shell/process-record";
import { ensureStateDir, stateDir } from "../shell/state";

/** The app that `npm run up` started, as recorded in the state directory. */
export interface AppRecord {
  process: ProcessRecord;
  origin: string;
  port: number;
  /** Digest of its build and settings: see `runDigest`. */
  digest: string;
  logFile: string;
}

const file = () => join(stateDir(), "app.json");

/** The recorded app if it is running, else null. */
export function findRunningApp(): AppRecord | null {
  if (!existsSync(file())) return null;
  const record = JSON.parse(readFileSync(file(), "utf8")) as AppRecord;
  return isRunning(record.process) ? record : null;
}

export function writeAppRecord(record: AppRecord): void {
  ensureStateDir();
  writeFileSync(file(), JSON.stringify(record, null, 2), { mode: 0o600 });
}

export function removeAppRecord(): void {
  rmSync(file(), { force: true });
}
