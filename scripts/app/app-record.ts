import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, type ProcessRecord } from "../shell/process-record";
import { ensureStateDir, stateDir } from "../shell/state";

/** The app that `npm run up` started, as its state directory remembers it. */
export interface AppRecord {
  process: ProcessRecord;
  origin: string;
  port: number;
  /** Digest of the build and of the environment it was started with. */
  digest: string;
  logFile: string;
}

const file = () => join(stateDir(), "app.json");

/** The app if it still runs, else null. */
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
