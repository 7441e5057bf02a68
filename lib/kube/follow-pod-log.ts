import { PassThrough, type Readable } from "node:stream";
import { ApiError } from "./api-error";
import type { ClusterConnection } from "./connection/connect-to-cluster";
import type { LogFollowRequest } from "./kube-object";
import { readLines } from "./read-lines";

/**
 * A container's log as it is written, line by line, each after its time. Ends with the container or the signal; fails when
 * the connection breaks. Rejects with ApiError where the server refuses it.
 */
export async function followPodLog(
  connection: ClusterConnection,
  request: LogFollowRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<string>> {
  const log = new PassThrough();
  // Who reads it gets the error; without a listener it would end the process.
  log.on("error", () => {});
  const end = () => log.destroy();
  signal.addEventListener("abort", end, { once: true });
  log.once("close", () => signal.removeEventListener("abort", end));
  log.once("pipe", (response: Readable) => tie(response, log));
  await openLog(connection, request, log);
  return readUntil(signal, log);
}

/**
 * Lets a response end with the stream that it is piped to. The AbortController that Log gives is of no use: the response
 * has no listener for errors, and an abort is one, so that it would end the process.
 */
function tie(response: Readable, log: PassThrough): void {
  response.on("error", (error) => log.destroy(error));
  if (log.destroyed) response.destroy();
  else log.once("close", () => response.destroy());
}

async function openLog(
  connection: ClusterConnection,
  { namespace, pod, container, tailLines, sinceTime }: LogFollowRequest,
  log: PassThrough,
): Promise<void> {
  // Loaded when somebody follows a log: at rest it would take memory for nothing.
  const { Log } = await import("@kubernetes/client-node/dist/log.js");
  try {
    const options = { follow: true, timestamps: true, tailLines, sinceTime };
    await new Log(connection.config()).log(namespace, pod, container, log, options);
  } catch (error) {
    log.destroy();
    const { code } = error as { code?: unknown };
    if (typeof code !== "number") throw error;
    // Log keeps the status of a refusal and drops the server's sentence.
    throw new ApiError(code, `the log of the container ${container} of ${pod} can't be read`);
  }
}

async function* readUntil(signal: AbortSignal, log: PassThrough): AsyncGenerator<string> {
  try {
    const rest = yield* readLines(log);
    if (rest) yield rest;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    log.destroy();
  }
}
