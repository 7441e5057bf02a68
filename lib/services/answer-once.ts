import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { and, eq, lte } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { idempotencyKeys } from "@/lib/db/schema";
import { includesScope } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import type { Ctx } from "./app-context";

const keptMs = 24 * 60 * 60 * 1_000;
const ivBytes = 12;
const tagBytes = 16;

/** A stored answer that is returned again unchanged. */
export interface KeptAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

interface Asked {
  /** The client's Idempotency-Key. */
  key: string;
  /** The complete request: another request with the same key is a mistake. */
  request: string;
}

/**
 * Runs a request once per key of an account, and returns the same answer again for 24 hours. The resource and the
 * stored answer are written in one transaction: after a crash both exist or neither, and only one of several parallel
 * requests creates the resource. Refusals are not stored. Throws AppError `conflict` for a key that came with another
 * request.
 */
export function answerOnce(
  ctx: Ctx,
  asked: Asked,
  make: () => KeptAnswer,
): { answer: KeptAnswer; replayed: boolean } {
  const { app, actor } = ctx;
  // A read-only credential must not read the answer to a write.
  if (!includesScope(actor.credential.scope, "write")) return { answer: make(), replayed: false };
  const secret = app.settings.auth.secret;
  if (secret === undefined) throw new Error("NEXTAUTH_SECRET is not set, so answers cannot be stored.");
  const keyHash = sha256(asked.key);
  const requestHash = sha256(asked.request);
  const now = new Date();
  return transact(app.db, (tx) => {
    const known = and(eq(idempotencyKeys.userId, actor.userId), eq(idempotencyKeys.keyHash, keyHash));
    tx.delete(idempotencyKeys)
      .where(lte(idempotencyKeys.createdAt, new Date(now.getTime() - keptMs)))
      .run();
    const kept = tx.select().from(idempotencyKeys).where(known).get();
    if (kept) {
      if (kept.requestHash !== requestHash) {
        throw new AppError(
          "conflict",
          "This Idempotency-Key was used with another request. Use a new key for each request.",
          { field: "Idempotency-Key" },
        );
      }
      const headers = kept.location === null ? undefined : { Location: kept.location };
      const body = open(kept.body, asked.key, secret);
      return { answer: { status: kept.status, body, headers }, replayed: true };
    }
    const answer = make();
    tx.insert(idempotencyKeys)
      .values({
        userId: actor.userId,
        keyHash,
        requestHash,
        status: answer.status,
        location: answer.headers?.Location ?? null,
        body: seal(answer.body, asked.key, secret),
        createdAt: now,
      })
      .run();
    return { answer, replayed: false };
  });
}

/**
 * Answers can contain a secret that is shown once. They are encrypted; reading them needs the client's key and the
 * installation's secret.
 */
function seal(body: unknown, key: string, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(key, secret), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify({ body }), "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

function open(text: string, key: string, secret: string): unknown {
  const bytes = Buffer.from(text, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(key, secret), bytes.subarray(0, ivBytes));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const json =
      decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
    return (JSON.parse(json) as { body?: unknown }).body;
  } catch (cause) {
    throw new AppError(
      "conflict",
      "The request with this Idempotency-Key was completed, but its stored answer cannot be decrypted: NEXTAUTH_SECRET has changed since then.",
      { cause },
    );
  }
}

function sealingKey(key: string, secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, secret, "storeyard kept answer", 32));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
