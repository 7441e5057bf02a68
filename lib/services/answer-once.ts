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

/** An answer that can be given again, word for word. */
export interface KeptAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

interface Asked {
  /** The client's own Idempotency-Key. */
  key: string;
  /** What was asked for, in full: another request under the same key is a mistake. */
  request: string;
}

/**
 * Does what is asked once for each key of an account, and gives the same answer again for 24 hours. What is made and the
 * note that it was are one transaction: a crash leaves both or neither, and of requests side by side one makes it. A
 * refusal leaves nothing. Throws AppError `conflict` for a key that came with another request.
 */
export function answerOnce(
  ctx: Ctx,
  asked: Asked,
  make: () => KeptAnswer,
): { answer: KeptAnswer; replayed: boolean } {
  const { app, actor } = ctx;
  // A credential that may not write must not read what one that may was answered.
  if (!includesScope(actor.credential.scope, "write")) return { answer: make(), replayed: false };
  const secret = app.settings.auth.secret;
  if (secret === undefined) throw new Error("There is no secret to keep answers with.");
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
          "This Idempotency-Key came with another request before. Give each request a key of its own.",
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

/** Answers may hold a secret that is shown once: kept so that it takes the client's key and the installation's secret to read. */
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
      "What was asked for with this Idempotency-Key was done, but its answer can't be read any more: the installation has another secret by now.",
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
