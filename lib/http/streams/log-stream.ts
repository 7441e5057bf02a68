import type { LogLine } from "@/lib/domain/inspection";
import { isStillMember } from "@/lib/services/access/is-still-member";
import { isStillValid } from "@/lib/services/access/is-still-valid";
import type { Ctx } from "@/lib/services/app-context";
import { getStore } from "@/lib/services/stores/get-store";
import { followStoreLogs } from "@/lib/services/stores/store-logs";
import { eventStream } from "./event-stream";

/** The id of a line is its time, from which the API server can continue the log. */
const lineId = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The log of a store's component, as a stream of `line` messages. */
export function logStream(
  request: Request,
  ctx: Ctx,
  name: string,
  asked: { component?: string; tail: number },
): Response {
  const { app, actor } = ctx;
  const storeId = getStore(ctx, name).id;
  const last = request.headers.get("last-event-id") ?? "";
  const after = lineId.test(last) ? last : undefined;
  return eventStream({
    signals: [request.signal, app.stopping],
    messages: (signal) => formatLines(followStoreLogs(ctx, name, { ...asked, after }, signal)),
    stillAllowed: () => isStillValid(app, actor) && isStillMember(app, actor, storeId, "enter"),
    onAccessChange: (check) => app.accessChanges.subscribe(check),
  });
}

async function* formatLines(lines: AsyncGenerator<LogLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `id: ${line.at}\nevent: line\ndata: ${JSON.stringify(line)}\n\n`;
}
