import http from "node:http";
import https from "node:https";
import { createSecureContext, rootCertificates, type SecureContext } from "node:tls";
import { AppError } from "@/lib/errors";
import type { ShopTarget } from "./engine";

/** A shop that does not answer within this time is not ready. */
const answerTimeoutMs = 20_000;

/** The Ingress does not lead to the shop: it does not answer, or it has no working route. */
export class ShopUnreachableError extends AppError {
  constructor(reason: string, cause?: unknown) {
    super("unavailable", `The store does not answer through its Ingress (${reason}).`, { cause });
  }
}

/** The shop answers, but not with what the platform asked for. */
export class ShopRefusedError extends AppError {
  constructor(sentence: string, cause?: unknown) {
    super("unavailable", sentence, { cause });
  }
}

export interface ShopAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface ShopRequest {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a browser sends a form. */
  form?: Record<string, string>;
}

/** Sends requests to a shop through its Ingress, as visitors do: with the shop's own Host header. */
export class ShopClient {
  private readonly target: ShopTarget;

  constructor(target: ShopTarget) {
    this.target = target;
  }

  /** Rejects with ShopUnreachableError if there is no answer. */
  async send(
    path: string,
    { method = "GET", headers = {}, body, form }: ShopRequest = {},
  ): Promise<ShopAnswer> {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const given = form ? new URLSearchParams(form).toString() : json;
    try {
      return await exchange(new URL(path, this.target.ingressOrigin), given, {
        method,
        headers: {
          ...headers,
          host: this.target.host,
          ...(given !== undefined && {
            "content-type": form ? "application/x-www-form-urlencoded" : "application/json",
            "content-length": Buffer.byteLength(given),
          }),
        },
        ...(this.target.ca && { secureContext: contextOf(this.target.ca) }),
        servername: new URL(`http://${this.target.host}`).hostname,
        signal: AbortSignal.any([this.target.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ShopUnreachableError(reason, cause);
    }
  }

  /** Returns the answer's JSON. Throws AppError `unavailable` that names the action if the status is another one. */
  async expect<T>(
    action: string,
    status: number,
    path: string,
    init?: ShopRequest,
  ): Promise<{ json: T; answer: ShopAnswer }> {
    const answer = await this.send(path, init);
    if (answer.status !== status) throw refused(action, answer);
    try {
      return { json: JSON.parse(answer.text) as T, answer };
    } catch (cause) {
      throw new ShopRefusedError(`${action} failed: the store answered something that is not JSON.`, cause);
    }
  }
}

export function refused(action: string, answer: ShopAnswer): AppError {
  if (isFromIngress(answer)) return new ShopUnreachableError(`it answered ${answer.status}`);
  return new ShopRefusedError(`${action} failed: the store answered ${answer.status}${saidBy(answer)}.`);
}

/**
 * Whether the answer is from an Ingress controller: as a gateway without a backend, or as a router without a route. A
 * shop's pages are HTML and its API answers JSON; controllers answer a missing route in plain text.
 */
export function isFromIngress({ status, headers }: ShopAnswer): boolean {
  const type = String(headers["content-type"] ?? "");
  if (status === 502 || status === 504) return true;
  return (status === 404 || status === 503) && (type === "" || type.startsWith("text/plain"));
}

/** API errors of WordPress and Medusa contain a message; pages do not. */
function saidBy(answer: ShopAnswer): string {
  try {
    const { message } = JSON.parse(answer.text) as { message?: unknown };
    return typeof message === "string" ? ` (${message.slice(0, 200)})` : "";
  } catch {
    return "";
  }
}

/** One for each bundle: parsing the public certificates takes milliseconds. */
const contexts = new Map<string, SecureContext>();

function contextOf(ca: string): SecureContext {
  const context = contexts.get(ca) ?? createSecureContext({ ca: [...rootCertificates, ca] });
  contexts.set(ca, context);
  return context;
}

/** node:http, because fetch does not allow a Host header that differs from the address. */
async function exchange(
  url: URL,
  body: string | undefined,
  options: https.RequestOptions,
): Promise<ShopAnswer> {
  const send = url.protocol === "https:" ? https.request : http.request;
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    send(url, options, resolve).on("error", reject).end(body);
  });
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) text += chunk;
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}
