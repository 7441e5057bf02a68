import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Converts Node's request to the Request that a route handler expects. Its signal is aborted when the connection
 * closes.
 */
export function toRequest(message: IncomingMessage, response: ServerResponse): Request {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  const origin = `http://${message.headers.host ?? "localhost"}`;
  return new Request(new URL(message.url ?? "/", origin), {
    method: message.method,
    headers,
    signal: gone.signal,
  });
}

/** Sends a handler's answer, as fast as the client reads it. */
export async function sendResponse(answer: Response, response: ServerResponse): Promise<void> {
  answer.headers.set("X-Content-Type-Options", "nosniff");
  response.writeHead(answer.status, [...answer.headers].flat());
  // The first piece of the body may come much later: the client gets the headers now.
  response.flushHeaders();
  const reader = answer.body?.getReader();
  if (reader === undefined) {
    response.end();
    return;
  }
  response.once("close", () => void reader.cancel().catch(() => {}));
  for (;;) {
    const { done, value } = await reader.read();
    if (done || response.destroyed) break;
    if (!response.write(value)) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end();
}
