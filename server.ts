import { once } from "node:events";
import { realpathSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import next from "next";
import { peerHeader } from "@/lib/auth/request-origin";
import { requestTargetHeader } from "@/lib/auth/requested-page";
import { type App, boot } from "@/lib/boot";
import { readSettings, type Settings } from "@/lib/env";
import { answerStream } from "@/lib/http/server/answer-stream";
import { findStream } from "@/lib/http/server/find-stream";
import { refuseMethod } from "@/lib/http/server/refuse-method";
import { sendResponse } from "@/lib/http/server/send-response";
import { toApiAddress } from "@/lib/http/server/to-api-address";

/*
 * The process of the app: it boots the app (database, worker, watches of the cluster), then answers HTTP requests.
 * `npm run dev` runs this file; `npm run up` runs it bundled as `.next/server.mjs` (scripts/app/build-app.ts).
 */

/** How long a stop waits for requests that are still being answered. */
const drainMs = 1_000;

/**
 * Starts the process. Exits with the reason if the app can't boot: a server without its app would answer every
 * request with 500.
 */
async function main(): Promise<void> {
  const settings = readSettings();
  const app = await boot(settings);
  const server = createAppServer(await startFramework(settings.server));
  server.listen(settings.server.port, settings.server.host);
  await once(server, "listening");
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void stop(server, app));
}

/** Next.js with the pages and routes under `app/`: the built ones, or compiled on request while developing. */
async function startFramework({ dev, host, port }: Settings["server"]): Promise<RequestListener> {
  const framework = next({ dev, hostname: host, port });
  await framework.prepare();
  // It also handles the server's `upgrade` event, which opens the browser's reload socket in development.
  return framework.getRequestHandler();
}

/** The HTTP server in front of the framework. */
export function createAppServer(framework: RequestListener): Server {
  const server = createServer((request, response) => {
    // 1. The framework gives handlers no socket, and its own X-Forwarded-For keeps whatever the client sent. So the
    //    client's address travels in a header that only this line sets.
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
    //    So does the address of the page, which the sign-in page leads back to.
    request.headers[requestTargetHeader] = request.url;

    // 2. POST /stores and DELETE /stores/{name} are short for the same calls under /api.
    request.url = toApiAddress(request.method, request.url);

    // 3. An unsupported method is refused with the supported ones.
    const refusal = refuseMethod(request.method, pathOf(request));
    if (refusal) return void sendResponse(refusal, response);

    // 4. Streams are answered here, by the same handlers as their routes: what the framework keeps of each open request
    //    is most of what a thousand streams would cost (docs/system-design.md).
    const stream = findStream(request.method, pathOf(request));
    if (stream) return void answerStream(stream, request, response);

    // 5. Pages and all other routes.
    framework(request, response);
  });
  // Longer than reverse proxies keep a connection (60 s), so that a proxy never sends a request into a closing one.
  server.keepAliveTimeout = 65_000;
  // Limits for the headers and for the whole request of a client; bodies are small. The duration of a response is not
  // limited.
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  return server;
}

function pathOf({ url = "" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "";
}

/** Accepts no more connections, ends the streams, releases the worker's operations, and exits. */
async function stop(server: Server, app: App): Promise<void> {
  const closed = once(server, "close");
  server.close();
  await app.stop(Promise.race([closed, delay(drainMs)]));
  process.exit(0);
}

const isEntryPoint = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isEntryPoint) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
