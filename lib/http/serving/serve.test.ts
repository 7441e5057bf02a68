import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { users } from "@/lib/db/schema";
import type { AppContext, Ctx } from "@/lib/services/app-context";
import { bearer, call, sessionCookie, sessionSecret, tokenOf, whoAmI } from "@/tests/support/call-operation";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import type { Problem } from "../resources/problem-resource";

let ann: Ctx;
let app: AppContext;

beforeEach(() => {
  ann = createTestPlatform({ env: { NEXTAUTH_SECRET: sessionSecret } }).as("ann@example.com");
  app = ann.app;
  serveWith(app);
});

describe("the caller", () => {
  it("is the account of the session cookie", async () => {
    const response = await call(whoAmI, { headers: { cookie: await sessionCookie(ann) } });
    expect(await response.json()).toMatchObject({
      email: "ann@example.com",
      credential: { kind: "session" },
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is the account of the API token", async () => {
    const token = tokenOf(ann, "write");
    const response = await call(whoAmI, { headers: bearer(token) });
    expect(await response.json()).toMatchObject({
      email: "ann@example.com",
      credential: { kind: "token", scope: "write" },
    });
  });

  it.each([
    ["a request without credentials", async () => ({})],
    ["an unknown token", async () => ({ authorization: "Bearer sy_nothing" })],
    [
      "an unknown token beside a valid cookie",
      async () => ({ authorization: "Bearer sy_x", cookie: await sessionCookie(ann) }),
    ],
    ["another authentication scheme", async () => ({ authorization: "Basic YW5uOmE=" })],
    [
      "a cookie that another key signed",
      async () => ({ cookie: await sessionCookie(ann, undefined, "x".repeat(40)) }),
    ],
    [
      "the cookie of an ended session",
      async () => ({ cookie: await sessionCookie(ann, { sessionId: "gone" }) }),
    ],
    ["an expired token", async () => bearer(tokenOf(ann, "admin", new Date(Date.now() - 1)))],
    ["a malformed cookie", async () => ({ cookie: "next-auth.session-token=rubbish" })],
  ])("%s is refused", async (_who, headers) => {
    const respond = vi.fn(whoAmI);
    const response = await call(respond, { headers: await headers() });
    expect(response.status).toBe(401);
    expect(((await response.json()) as Problem).code).toBe("unauthenticated");
    expect(respond).not.toHaveBeenCalled();
  });

  it("is refused immediately after the account is disabled", async () => {
    const token = tokenOf(ann, "write");
    const cookie = await sessionCookie(ann);
    app.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, ann.actor.userId)).run();
    expect((await call(whoAmI, { headers: { cookie } })).status).toBe(401);
    expect((await call(whoAmI, { headers: bearer(token) })).status).toBe(401);
  });
});

describe("the access rule of an operation", () => {
  it("refuses writes with a read-only token", async () => {
    const access = { who: "account", scope: "write" } as const;
    const refused = await call(whoAmI, { access, method: "POST", headers: bearer(tokenOf(ann, "read")) });
    expect(refused.status).toBe(403);
    const done = await call(whoAmI, { access, method: "POST", headers: bearer(tokenOf(ann, "write")) });
    expect(done.status).toBe(200);
  });

  it("requires an admin and the scope admin for admin operations", async () => {
    const root = createTestPlatform({ env: { NEXTAUTH_SECRET: sessionSecret } }).as(
      "root@example.com",
      "admin",
    );
    app = root.app;
    serveWith(app);
    const access = { who: "admin" } as const;
    const status = async (token: string) => (await call(whoAmI, { access, headers: bearer(token) })).status;
    expect(await status(tokenOf(root, "admin"))).toBe(200);
    expect(await status(tokenOf(root, "write"))).toBe(403);
    expect((await call(whoAmI, { access, headers: { cookie: await sessionCookie(ann) } })).status).toBe(401);
  });

  it("refuses admin operations to a member with a token of the scope admin", async () => {
    const access = { who: "admin" } as const;
    expect((await call(whoAmI, { access, headers: bearer(tokenOf(ann, "admin")) })).status).toBe(403);
  });

  it("refuses tokens where a session is required", async () => {
    const access = { who: "session" } as const;
    expect((await call(whoAmI, { access, headers: bearer(tokenOf(ann, "admin")) })).status).toBe(403);
    expect((await call(whoAmI, { access, headers: { cookie: await sessionCookie(ann) } })).status).toBe(200);
  });

  it("allows anonymous calls of public operations", async () => {
    expect(await (await call(whoAmI, { access: { who: "anyone" } })).json()).toBeNull();
  });
});

describe("a write", () => {
  it("with a cookie must come from the app's own pages", async () => {
    const cookie = await sessionCookie(ann);
    const from = (site: string) =>
      call(whoAmI, { method: "POST", headers: { cookie, "sec-fetch-site": site } });
    expect((await from("same-origin")).status).toBe(200);
    expect((await from("cross-site")).status).toBe(403);
    expect((await call(whoAmI, { method: "DELETE", headers: { cookie } })).status).toBe(403);
  });

  it("with a token may come from anywhere", async () => {
    const token = tokenOf(ann, "write");
    const response = await call(whoAmI, { method: "POST", headers: bearer(token) });
    expect(response.status).toBe(200);
  });
});
