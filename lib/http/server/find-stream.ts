import { allOperations } from "../contract/all-operations";
import { streamHandlers } from "../streams/stream-handlers";
import { pathPattern } from "./path-pattern";

/** Answers one request with a stream. `params` are the parameters of the path, still percent-encoded. */
export type StreamHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

export interface FoundStream {
  handle: StreamHandler;
  params: Record<string, string>;
}

/** The contract's operations that answer with server-sent events. */
const streams = allOperations
  .filter(({ answers }) => answers[200]?.contentType === "text/event-stream")
  .map(({ id, path }) => ({ pattern: pathPattern(path), handle: handlerOf(id) }));

/** The stream that a request asks for; null for other requests. */
export function findStream(method: string | undefined, path: string): FoundStream | null {
  if (method !== "GET") return null;
  for (const { pattern, handle } of streams) {
    const found = pattern.exec(path);
    if (found) return { handle, params: { ...found.groups } };
  }
  return null;
}

function handlerOf(operationId: string): StreamHandler {
  const handler = streamHandlers[operationId as keyof typeof streamHandlers];
  if (handler === undefined) throw new Error(`${operationId} answers with a stream and has no handler.`);
  return handler;
}
