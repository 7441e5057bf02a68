import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { idempotencyKeys } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { AppError } from "@/lib/errors";
import { createTestPlatform } from "@/tests/support/test-platform";
import { answerOnce } from "./answer-once";
import type { Ctx } from "./app-context";
import { createStore } from "./stores/create-store";
import { listStores } from "./stores/list-stores";

let ann: Ctx;
beforeEach(() => {
  ann = createTestPlatform().as("ann@example.com");
});

const blue = createStoreInput.parse({ name: "blue", type: "woocommerce" });
const rows = () => ann.app.db.select().from(idempotencyKeys).all();
const asked = { key: "key-1", request: "create blue" };
const created = {
  status: 201,
  body: { secret: "sy_the-secret-that-is-shown-once" },
  headers: { Location: "/x" },
};

describe("a request with an Idempotency-Key", () => {
  it("runs once and gets the same answer each time", () => {
    const make = vi.fn(() => created);
    expect(answerOnce(ann, asked, make)).toEqual({ answer: created, replayed: false });
    expect(answerOnce(ann, asked, make)).toEqual({ answer: created, replayed: true });
    expect(make).toHaveBeenCalledOnce();
  });

  it("is independent of the same key of another account, and of another key", () => {
    const make = vi.fn(() => created);
    answerOnce(ann, asked, make);
    const bob = createTestPlatform().as("bob@example.com");
    answerOnce({ ...ann, actor: { ...ann.actor, userId: insertUser(ann, bob) } }, asked, make);
    answerOnce(ann, { ...asked, key: "key-2" }, make);
    expect(make).toHaveBeenCalledTimes(3);
  });

  it("conflicts with a different request under the same key", () => {
    answerOnce(ann, asked, () => created);
    expect(() => answerOnce(ann, { ...asked, request: "create red" }, () => created)).toThrow(
      expect.objectContaining({ code: "conflict", field: "Idempotency-Key" }),
    );
  });

  it("is not stored if it was refused", () => {
    const refuse = () => {
      throw new AppError("limit_reached", "Full.");
    };
    expect(() => answerOnce(ann, asked, refuse)).toThrow("Full.");
    expect(rows()).toEqual([]);
    expect(answerOnce(ann, asked, () => created).replayed).toBe(false);
  });

  it("is deleted after a day", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      answerOnce(ann, asked, () => created);
      vi.setSystemTime(Date.now() + 24 * 3_600_000 - 1);
      expect(answerOnce(ann, asked, () => created).replayed).toBe(true);
      vi.setSystemTime(Date.now() + 1);
      expect(answerOnce(ann, asked, () => created).replayed).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is rolled back if its answer cannot be stored", () => {
    const make = () => {
      createStore(ann, blue);
      return { status: 202, body: BigInt(1) };
    };
    expect(() => answerOnce(ann, asked, make)).toThrow(TypeError);
    expect(listStores(ann).stores).toEqual([]);
  });
});

describe("a stored answer", () => {
  it("cannot be read from the database, and neither can its key", () => {
    answerOnce(ann, asked, () => created);
    const text = JSON.stringify(rows());
    for (const secret of [created.body.secret, "secret", asked.key, asked.request]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("base64url").slice(0, -2));
    }
  });

  it("is not returned to a read-only credential", () => {
    answerOnce(ann, asked, () => created);
    const credential = { kind: "token", id: "t", scope: "read" } as const;
    const refuse = () => {
      throw new AppError("forbidden", "Read only.");
    };
    expect(() => answerOnce({ ...ann, actor: { ...ann.actor, credential } }, asked, refuse)).toThrow(
      "Read only.",
    );
  });

  it("is not returned after the installation's secret has changed", () => {
    answerOnce(ann, asked, () => created);
    const auth = { ...ann.app.settings.auth, secret: "another-secret-of-thirty-two-characters" };
    const moved = { ...ann, app: { ...ann.app, settings: { ...ann.app.settings, auth } } };
    expect(() => answerOnce(moved, asked, () => created)).toThrow(
      expect.objectContaining({ code: "conflict" }),
    );
  });

  it("is returned unchanged for any key and answer", () => {
    const key = fc.stringMatching(/^[\x21-\x7e]{1,255}$/);
    fc.assert(
      fc.property(key, fc.jsonValue(), fc.integer({ min: 200, max: 299 }), (key, value, status) => {
        // What JSON does not tell apart (-0 and 0) was never answered apart.
        const body = JSON.parse(JSON.stringify({ value }));
        const { request } = asked;
        const unique = { key, request: `${request} ${key}` };
        const first = answerOnce(ann, unique, () => ({ status, body }));
        const again = answerOnce(ann, unique, () => ({ status: 500 }));
        expect(again.answer.body).toEqual(first.answer.body);
        expect(again.answer.status).toBe(first.answer.status);
        expect(again.replayed).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

/** Bob's account in Ann's database. */
function insertUser(into: Ctx, { actor }: Ctx): string {
  into.app.db.$client
    .prepare("insert into users (id, email, role, created_at) values (?, ?, 'member', 0)")
    .run(actor.userId, actor.email);
  return actor.userId;
}
