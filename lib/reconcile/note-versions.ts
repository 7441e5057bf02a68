import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { describeSoftware, type Software } from "@/lib/domain/software-version";
import { getEngine } from "@/lib/engines/get-engine";
import type { ReconcileDeps } from "./deps";
import type { Progress } from "./progress";
import { shopTarget } from "./shop-target";

/** A short limit: versions are optional. */
const longestAnswerMs = 5_000;

/** Stores the versions that a shop reports. A shop that reports none is still ready. */
export async function noteVersions(
  deps: Pick<ReconcileDeps, "db" | "engines" | "kube" | "settings" | "log">,
  progress: Pick<Progress, "say">,
  row: StoreRow,
  signal: AbortSignal,
): Promise<void> {
  const versions = await askVersions(deps, row, signal);
  if (versions.length === 0 || isDeepStrictEqual(versions, row.versions)) return;
  transact(deps.db, (tx) => {
    tx.update(stores).set({ versions }).where(eq(stores.id, row.id)).run();
    progress.say(tx, `${row.name} runs ${describeSoftware(versions)}`, { kind: "store.versions", versions });
  });
}

async function askVersions(
  deps: Pick<ReconcileDeps, "engines" | "kube" | "settings" | "log">,
  row: StoreRow,
  signal: AbortSignal,
): Promise<Software> {
  const atMost = AbortSignal.any([signal, AbortSignal.timeout(longestAnswerMs)]);
  try {
    return await getEngine(deps.engines, row.type).readVersions(await shopTarget(deps, row, atMost));
  } catch (error) {
    signal.throwIfAborted();
    deps.log.warn({ err: error, store: row.name }, "The shop does not say what it runs");
    return [];
  }
}
