import type { LogLine } from "@/lib/domain/inspection";
import { findPart, mainPart } from "@/lib/domain/store-part";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { getStepSource } from "./get-step-source";
import { listLogSources } from "./list-log-sources";

/** The last log lines of a component. Rejects with AppError `unavailable` if the cluster does not answer. */
export async function readStoreLogs(
  ctx: Ctx,
  name: string,
  asked: { component?: string; tail: number },
): Promise<string> {
  const { store, ...source } = getLogSource(ctx, name, asked.component);
  return ctx.app.inspection.logs(store, source, asked.tail);
}

/** Follows the log of a component, after some earlier lines. Throws immediately, not at the first line. */
export function followStoreLogs(
  ctx: Ctx,
  name: string,
  asked: { component?: string; tail: number; after?: string },
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const { store, ...source } = getLogSource(ctx, name, asked.component);
  const { tail: tailLines, after } = asked;
  return ctx.app.inspection.followLogs(store, { ...source, tailLines, after }, signal);
}

/** The part whose log is asked for; by default the one that visitors reach. */
function getLogSource(ctx: Ctx, name: string, asked: string | undefined) {
  const store = getStoreFor(ctx.app.db, ctx.actor, name, "enter");
  const { parts } = getStepSource(store);
  const component = asked ?? mainPart(parts)?.name ?? listLogSources(ctx, store)[0]?.component ?? "";
  return { store, component, container: findPart(parts, component)?.container };
}
