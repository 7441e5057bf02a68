import { setTimeout as delay } from "node:timers/promises";
import { findDuplicateKey } from "./find-duplicate-key";
import { problemResponse } from "./problem";

const mostBytes = 64 * 1024;
/**
 * A body that is too large is read up to this size and discarded: a client whose connection is closed while it still
 * sends never reads the response.
 */
const mostDiscardedBytes = 16 * 1024 * 1024;
/** Reading the rest of such a body ends after a pause of this length. */
const longestPauseMs = 500;

/**
 * The request's JSON body, of at most 64 kB. Throws a problem response: 400 for a body that is not JSON, 413 for a larger
 * one, 415 for another content type.
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
    detail: `The body is larger than ${mostBytes / 1024} kB.`,
    headers: { Connection: "close" },
  });
}
