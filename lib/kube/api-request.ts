import type { IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { ApiError, parseApiError } from "./api-error";
import type { ClusterConnection, ClusterRequest } from "./connect";

const timeoutMs = 10_000;
const patience = { tries: 4, defaultMs: 1_000, maxMs: 5_000 };

export interface ApiRequest extends Omit<ClusterRequest, "signal" | "body"> {
  body?: unknown;
  /** Whether sending it twice does no harm: then it is sent again when the connection broke. */
  repeatable: boolean;
}

/** Sends a request and reads its whole answer. Rejects with ApiError, or with the socket's error. */
export async function requestText(connection: ClusterConnection, request: ApiRequest): Promise<string> {
  let resetsLeft = request.repeatable ? 1 : 0;
  for (let attempt = 1; ; attempt++) {
    try {
      return await requestOnce(connection, request);
    } catch (error) {
      if (isReset(error) && resetsLeft-- > 0) continue;
      if (error instanceof ApiError && error.status === 429 && attempt < patience.tries) {
        await delay(Math.min(error.retryAfterMs ?? patience.defaultMs, patience.maxMs));
        continue;
      }
      throw error;
    }
  }
}

export async function requestJson<T>(connection: ClusterConnection, request: ApiRequest): Promise<T> {
  return JSON.parse(await requestText(connection, request)) as T;
}

/** An answer that goes on for as long as its reader stays. Rejects with ApiError, or with the socket's error. */
export async function openStream(
  connection: ClusterConnection,
  path: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const response = await connection.request({ method: "GET", path, headers: { accept: "*/*" }, signal });
  const status = response.statusCode ?? 0;
  if (status === 200) return response;
  throw parseApiError(status, await readText(response), response.headers["retry-after"]);
}

/** The path with the parameters that are set. */
export function withQuery(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set.map(([k, v]) => [k, String(v)]))}`;
}

export async function readText(response: IncomingMessage): Promise<string> {
  response.setEncoding("utf8");
  let body = "";
  for await (const chunk of response) body += chunk;
  return body;
}

async function requestOnce(connection: ClusterConnection, request: ApiRequest): Promise<string> {
  const { body, repeatable: _, ...rest } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await connection.request({
      ...rest,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...request.headers },
      }),
      signal,
    });
    const answer = await readText(response);
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return answer;
    throw parseApiError(status, answer, response.headers["retry-after"]);
  } catch (error) {
    if (signal.aborted && !(error instanceof ApiError)) throw signal.reason;
    throw error;
  }
}

function isReset(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ECONNRESET" || code === "EPIPE";
}
