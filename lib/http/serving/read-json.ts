import { setTimeout as delay } from "node:timers/promises";
import { findDuplicateKey } from "./find-duplicate-key";
import { problemResponse } from "./problem";

const mostBytes = 64 * 1024;
/**
 * What is too large is read on to this, and thrown away: a sender that is cut off while it still writes sees a broken
 * connection in place of the answer.
 */
const mostDiscardedBytes = 16 * 1024 * 1024;
/** Nor is a rest waited for that does not come. */
const longestPauseMs = 500;

/**
 * The request's JSON body, at most 64 kB of it: a larger one is refused, and not kept in memory.
 * Throws the problem response to give: 413, 415, or 400 for what is no JSON.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !type.endsWith("+json")) {
    throw problemResponse({
      status: 415,
      code: "invalid",
      detail: "Send the body as JSON, with the header Content-Type: application/json.",
    });
  }
  const text = decodeText(await readLimited(request));
  const value = parseJson(text);
  const duplicate = findDuplicateKey(text);
  if (duplicate !== null) throw badRequest(`The body has the key “${duplicate.slice(0, 60)}” twice.`);
  return value;
}

async function readLimited(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  while (size <= mostBytes) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.byteLength;
    chunks.push(value);
  }
  await discardRest(reader);
  throw tooLarge();
}

async function discardRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  let size = 0;
  while (size <= mostDiscardedBytes) {
    const read = await Promise.race([reader.read(), delay(longestPauseMs, null)]);
    if (read?.done) return;
    if (read === null) break;
    size += read.value.byteLength;
  }
  await reader.cancel().catch(() => {});
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badRequest("The body is not UTF-8 text.");
  }
}

function parseJson(text: string): unknown {
  if (text.trim() === "") throw badRequest("The body is empty. Send a JSON object.");
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("The body is not valid JSON.");
  }
}

function badRequest(detail: string): Response {
  return problemResponse({ status: 400, code: "invalid", detail });
}

function tooLarge(): Response {
  return problemResponse({
    code: "too_large",
    detail: `The body is larger than ${mostBytes / 1024} kB. Send less.`,
    headers: { Connection: "close" },
  });
}
