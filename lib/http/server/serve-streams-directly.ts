import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { refuseMethod } from "./refuse-method";
import { sendResponse, toRequest } from "./send-response";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const streams: { path: RegExp; find: () => Promise<Handler> }[] = [
  { path: /^\/api\/events$/, find: async () => (await import("../streams/stream-handlers")).answerEvents },
  {
    path: /^\/api\/stores\/(?<name>[^/]+)\/events$/,
    find: async () => (await import("../streams/stream-handlers")).answerStoreEvents,
  },
  {
    path: /^\/api\/stores\/(?<name>[^/]+)\/logs\/stream$/,
    find: async () => (await import("../streams/stream-handlers")).answerLogs,
  },
];

const taken = new WeakSet<Server>();

/**
 * Answers streams past the framework, with the same handlers as its routes: what it keeps of each request that is open,
 * and what it does for each piece of an answer, is most of what a thousand streams cost (docs/system-design.md).
 */
export function serveStreamsDirectly(): void {
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (!taken.has(server)) takeOver(server);
  });
}

/** The channel speaks before the server's listeners are called, so that the first request is seen too. */
export function takeOver(server: Server): void {
  taken.add(server);
  const others = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on("request", (message, response) => {
    if (answerStream(message, response) || answerRefusal(message, response)) return;
    for (const other of others) other.call(server, message, response);
  });
}

/** The framework answers a method that a route does not have with an empty body and without a word of those it has. */
function answerRefusal(message: IncomingMessage, response: ServerResponse): boolean {
  const refusal = refuseMethod(message.method ?? "GET", pathOf(message));
  if (refusal === null) return false;
  void send(refusal, response);
  return true;
}

function pathOf({ url = "" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "";
}

function answerStream(message: IncomingMessage, response: ServerResponse): boolean {
  if (message.method !== "GET") return false;
  const path = pathOf(message);
  for (const { path: pattern, find } of streams) {
    const found = pattern.exec(path);
    if (found === null) continue;
    void answer(message, response, find, found.groups ?? {});
    return true;
  }
  return false;
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  find: () => Promise<Handler>,
  raw: Record<string, string>,
): Promise<void> {
  try {
    const handle = await find();
    const params = Object.fromEntries(
      Object.entries(raw).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    const answered = await handle(toRequest(message, response), { params: Promise.resolve(params) });
    await send(answered, response);
  } catch {
    // An address that can't be decoded, or a reader who went while it was being answered.
    if (!response.headersSent) response.writeHead(400);
    response.end();
  }
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  answer.headers.set("X-Content-Type-Options", "nosniff");
  await sendResponse(answer, response);
}
