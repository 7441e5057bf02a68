import type { LogSource } from "@/lib/domain/inspection";
import type { Store } from "@/lib/domain/store";
import { partPhrase, partTitle } from "@/lib/domain/store-part";
import type { Ctx } from "../app-context";
import { getStepSource } from "./get-step-source";

/** Kinds that run containers. */
const workloads = new Set(["Deployment", "StatefulSet", "CronJob"]);

/** The parts of a store that have a log, in the engine's order; while the cluster shows none, the required ones. */
export function listLogSources({ app }: Ctx, store: Pick<Store, "name" | "type">): LogSource[] {
  const { parts } = getStepSource(store);
  const seen = new Set(
    app.inspection
      .objects(store)
      .filter(({ kind }) => workloads.has(kind))
      .flatMap(({ component }) => component ?? []),
  );
  const declared = parts
    .filter(({ name, readiness }) => seen.delete(name) || readiness === "rollout")
    .map(({ name }) => name);
  return [...declared, ...seen].map((name) => ({
    component: name,
    title: partTitle(parts, name),
    phrase: partPhrase(parts, name),
  }));
}
