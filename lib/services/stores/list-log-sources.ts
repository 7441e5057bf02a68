import type { StoreView } from "@/lib/domain/store";
import type { Ctx } from "../app-context";

/** What runs, and so writes. */
const workloads = new Set(["Deployment", "StatefulSet", "CronJob"]);
const usual = ["shop", "database"];

/** The parts of a store that write a log; the usual ones where the cluster shows none yet, or no more. */
export function listLogSources({ app }: Ctx, store: StoreView): string[] {
  const seen = app.inspection
    .objects(store)
    .filter(({ kind }) => workloads.has(kind))
    .flatMap(({ component }) => component ?? []);
  const found = new Set(seen);
  return found.size === 0 ? usual : [...usual.filter((name) => found.delete(name)), ...found];
}
