import type { LogLine } from "@/lib/domain/inspection";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

/** The last log lines of a component. Rejects with AppError `unavailable` if the cluster does not answer. */
export async function readStoreLogs(
  ctx: Ctx,
  name: string,
  asked: { component: string; tail: number },
): Promise<string> {
  const { app, actor } = ctx;
  const store = getStoreFor(app.db, actor, name, "enter");
  return app.inspection.logs(store, asked.component, asked.tail);
}

/** Follows the log of a component, after some earlier lines. Throws immediately, not at the first line. */
export function followStoreLogs(
  ctx: Ctx,
  name: string,
  asked: { component: string; tail: number; after?: string },
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const { app, actor } = ctx;
  const store = getStoreFor(app.db, actor, name, "enter");
  const { component, tail: tailLines, after } = asked;
  return app.inspection.followLogs(store, { component, tailLines, after }, signal);
}
