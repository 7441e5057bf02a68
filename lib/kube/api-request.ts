import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { ApiError, parseApiError } from "./api-error";
import type { ClusterConnection, ClusterRequest, ClusterResponse } from "./connection/connect-to-cluster";

const timeoutMs = 10_000;
const retry = { tries: 4, defaultMs: 1_000, maxMs: 5_000 };

export interface ApiRequest extends Omit<ClusterRequest, "signal" | "body"> {
  body?: unknown;
  /** Idempotent: sent again after the connection broke. */
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
      if (error instanceof ApiError && error.status === 429 && attempt < retry.tries) {
        await delay(Math.min(error.retryAfterMs ?? retry.defaultMs, retry.maxMs));
        continue;
      }
      throw error;
    }
  }
}

export async function requestJson<T>(connection: ClusterConnection, request: ApiRequest): Promise<T> {
  return JSON.parse(await requestText(connection, request)) as T;
}

/** The path with the parameters that are set. */
export function withQuery(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set.map(([k, v]) => [k, String(v)]))}`;
}

/** Reads the whole of a refused request's answer. */
export async function toApiError({ status, body, retryAfter }: ClusterResponse): Promise<ApiError> {
  return parseApiError(status, await text(body), retryAfter);
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
    if (response.status >= 200 && response.status < 300) return await text(response.body);
    throw await toApiError(response);
  } catch (error) {
    if (signal.aborted && !(error instanceof ApiError)) throw signal.reason;
    throw error;
  }
}

function isReset(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET";
}
