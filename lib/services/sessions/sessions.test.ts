import { describe, expect, it } from "vitest";
import { audit } from "@/lib/db/schema";
import type { Ctx } from "@/lib/services/app-context";
import { createTestPlatform } from "@/tests/support/test-platform";
import { changeUser } from "../accounts/change-user";
import { endSession } from "./end-session";
import { endSessions } from "./end-sessions";
import { endUserSessions } from "./end-user-sessions";
import { findSessionActor } from "./find-session-actor";
import { listSessions } from "./list-sessions";
import { startSession } from "./start-session";

function signedInTwice() {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  const elsewhere = startSession({ ...ann, actor: null }, { userId: ann.actor.userId, method: "oidc" });
  let notified = 0;
  platform.app.accessChanges.subscribe(() => notified++);
  return { ...platform, ann, elsewhere, notified: () => notified };
}

const isIn = ({ app }: Ctx, id: string) => findSessionActor(app, id) !== null;

describe("an account's sessions", () => {
  it("are listed with address, method and the current one", () => {
    const { ann, elsewhere } = signedInTwice();
    const listed = listSessions(ann);
    expect(listed.map(({ id }) => id).sort()).toEqual([elsewhere, ann.actor.credential.id].sort());
    expect(listed.find(({ id }) => id === elsewhere)).toMatchObject({
      method: "oidc",
      address: "127.0.0.1",
      userAgent: "tests",
      current: false,
    });
    expect(listed.find(({ current }) => current)?.id).toBe(ann.actor.credential.id);
    expect(listed[0]).not.toHaveProperty("userId");
  });

  it("can be ended one by one, immediately", () => {
    const { ann, elsewhere, notified } = signedInTwice();
    endSession(ann, elsewhere);
    expect([isIn(ann, elsewhere), isIn(ann, ann.actor.credential.id)]).toEqual([false, true]);
    expect(notified()).toBe(1);
    expect(() => endSession(ann, elsewhere)).toThrow(expect.objectContaining({ code: "not_found" }));
  });

  it("can be ended together, including the current one", () => {
    const { app, ann, elsewhere, notified } = signedInTwice();
    endSessions(ann);
    expect([isIn(ann, elsewhere), isIn(ann, ann.actor.credential.id)]).toEqual([false, false]);
    expect(notified()).toBe(1);
    expect(app.db.select().from(audit).all().at(-1)).toMatchObject({
      action: "endSessions",
      detail: { sessions: 2 },
    });
  });

  it("can be ended by their owner and by admins only", () => {
    const { as, ann, elsewhere } = signedInTwice();
    expect(() => endSession(as("bob@example.com"), elsewhere)).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
    const admin = as("root@example.com", "admin");
    endUserSessions(admin, ann.actor.userId);
    expect([isIn(ann, elsewhere), isIn(admin, admin.actor.credential.id)]).toEqual([false, true]);
  });
});

it("an account that is disabled during the password check is not signed in", () => {
  const { ann, as } = signedInTwice();
  changeUser(as("root@example.com", "admin"), ann.actor.userId, { disabled: true });
  expect(() =>
    startSession({ ...ann, actor: null }, { userId: ann.actor.userId, method: "password" }),
  ).toThrow(expect.objectContaining({ code: "forbidden" }));
});
