import type { StoreRow } from "@/lib/db/store-row";
import { lostReadinessMs } from "@/lib/diagnosis/causes/container-runs";
import { explainNotReady } from "@/lib/diagnosis/explain-not-ready";
import { isServing, observeWorkloads } from "@/lib/diagnosis/observe-workloads";
import type { StoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import type { Cause } from "@/lib/domain/cause";
import type { LoadFinding } from "@/lib/domain/load-finding";
import { startSentence } from "@/lib/domain/start-sentence";
import type { Phase } from "@/lib/domain/store";
import { mainPart, type StoreParts } from "@/lib/domain/store-part";
import { withFindings } from "@/lib/domain/with-findings";
import { type Drift, findDrift } from "./drift";

/** A shop that is overloaded loses its readiness within this time; what its log reported before explains nothing. */
const loadBeforeLossMs = 60_000;

export interface Health {
  phase: Extract<Phase, "ready" | "unready">;
  cause: Cause | null;
  /** Objects to restore to their applied state. */
  drift: Drift[];
}

/** Whether a store that was ready still is, and if not, why. Pure. */
export function judgeHealth(
  snapshot: StoreSnapshot,
  row: Pick<StoreRow, "applied" | "applying" | "finding" | "refusal" | "load">,
): Health {
  if (!snapshot.namespace || snapshot.namespace.metadata.deletionTimestamp) {
    return { phase: "unready", cause: namespaceMissing, drift: [] };
  }
  const { applied, applying, load } = row;
  const drift = applied ? findDrift(applied, snapshot.objects, applying) : [];
  if (isServing(observeWorkloads(snapshot))) return { ...withFindings(row), drift };
  const [cause = restarting(snapshot.parts)] = explainNotReady(snapshot);
  return { phase: "unready", cause: isOverloaded(snapshot, cause, load) ? load.cause : cause, drift };
}

/** Whether the health check failed because the visitors left no worker to answer it, or the memory was full. */
function isOverloaded(snapshot: StoreSnapshot, cause: Cause, load: LoadFinding | null): load is LoadFinding {
  if (load === null || cause.code !== "probe_failing" || cause.component !== load.cause.component)
    return false;
  const lostMs = lostReadinessMs(snapshot, cause.component);
  return lostMs !== null && Date.parse(load.seenAt) >= lostMs - loadBeforeLossMs;
}

const namespaceMissing: Cause = {
  code: "namespace_missing",
  component: "cluster",
  message: "The store's namespace was deleted from outside, and its database and files with it.",
  next: "Restore it from a backup, or delete the store and create it again.",
  waitingMayCure: false,
};

function restarting(parts: StoreParts): Cause {
  const main = mainPart(parts);
  return {
    code: "starting",
    component: main?.name ?? "store",
    message: `${startSentence(main?.phrase ?? "the store")} is starting again.`,
    waitingMayCure: true,
  };
}
