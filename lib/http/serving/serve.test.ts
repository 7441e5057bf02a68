import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { audit, users } from "@/lib/db/schema";
import type { Actor, Scope } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { createToken } from "@/lib/services/accounts/tokens";
import type { AppContext, Ctx } from "@/lib/services/app-context";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import { type Access, defineOperation, type Method, type Operation } from "../contract/operation";
import type { Problem } from "../resources/problem-resource";
import { ok, type Reply } from "./reply";
import { serve } from "./serve";

const secret = "a-secret-of-more-than-thirty-two-characters";

let ann: Ctx;
let app: AppContext;

beforeEach(() => {
  ann = createTestPlatform({ env: { NEXTAUTH_SECRET: secret } }).as("ann@example.com");
  app = ann.app;
  serveWith(app);
});

async function sessionCookie(
  claims: Record<string, unknown> = { sessionId: ann.actor.credential.id },
  key = secret,
) {
  return `next-auth.session-token=${await encode({ token: claims, secret: key })}`;
}

type Respond = (call: { ctx: { actor: Actor | null } }) => Reply;

function operationWith(access: Access, method: Method = "GET"): Operation {
  return defineOperation({
    id: "doThings",
    method,
    path: "/api/things",
    tag: "stores",
    subject: "store",
    summary: "Do things",
    access,
    answers: { 200: { description: "Done." } },
  });
}

function call(
  respond: Respond,
  init: RequestInit & { access?: Access; method?: Method } = {},
): Promise<Response> {
  const { access = { who: "account", scope: "read" }, ...rest } = init;
  const request = new Request("http://localhost:3000/api/things?secret=1", rest);
  const route = serve(operationWith(access, rest.method), respond);
  return route(request, { params: Promise.resolve({ name: "blue" }) });
}

const whoAmI: Respond = ({ ctx }) => ok(ctx.actor);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const tokenOf = (who: Ctx, scope: Scope, expiresAt?: Date) =>
  createToken(app, who.actor.userId, { name: "laptop", scope, expiresAt }).token;

describe("the caller", () => {
  it("is the account of the session cookie", async () => {
    const response = await call(whoAmI, { headers: { cookie: await sessionCookie() } });
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
      async () => ({ authorization: "Bearer sy_x", cookie: await sessionCookie() }),
    ],
    ["another authentication scheme", async () => ({ authorization: "Basic YW5uOmE=" })],
    [
      "a cookie that another key signed",
      async () => ({ cookie: await sessionCookie(undefined, "x".repeat(40)) }),
    ],
    ["the cookie of an ended session", async () => ({ cookie: await sessionCookie({ sessionId: "gone" }) })],
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
    const cookie = await sessionCookie();
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
    const root = createTestPlatform({ env: { NEXTAUTH_SECRET: secret } }).as("root@example.com", "admin");
    app = root.app;
    serveWith(app);
    const access = { who: "admin" } as const;
    const status = async (token: string) => (await call(whoAmI, { access, headers: bearer(token) })).status;
    expect(await status(tokenOf(root, "admin"))).toBe(200);
    expect(await status(tokenOf(root, "write"))).toBe(403);
    expect((await call(whoAmI, { access, headers: { cookie: await sessionCookie() } })).status).toBe(401);
  });

  it("refuses admin operations to a member with a token of the scope admin", async () => {
    const access = { who: "admin" } as const;
    expect((await call(whoAmI, { access, headers: bearer(tokenOf(ann, "admin")) })).status).toBe(403);
  });

  it("refuses tokens where a session is required", async () => {
    const access = { who: "session" } as const;
    expect((await call(whoAmI, { access, headers: bearer(tokenOf(ann, "admin")) })).status).toBe(403);
    expect((await call(whoAmI, { access, headers: { cookie: await sessionCookie() } })).status).toBe(200);
  });

  it("allows anonymous calls of public operations", async () => {
    expect(await (await call(whoAmI, { access: { who: "anyone" } })).json()).toBeNull();
  });
});

describe("a refused write", () => {
  it("is audited with the request's id, unless its input is invalid", async () => {
    const headers = bearer(tokenOf(ann, "write"));
    const refuse = (code: "conflict" | "invalid") =>
      call(
        () => {
          throw new AppError(code, "No.");
        },
        { method: "POST", headers },
      );
    await refuse("invalid");
    const response = await refuse("conflict");
    expect(app.db.select().from(audit).all()).toMatchObject([
      {
        action: "doThings",
        actorEmail: "ann@example.com",
        via: "token",
        targetType: "store",
        target: "blue",
        result: "conflict",
        requestId: response.headers.get("x-request-id"),
      },
    ]);
  });

  it("is audited for a path without parameters", async () => {
    const refuse = serve(operationWith({ who: "anyone" }, "POST"), () => {
      throw new AppError("not_found", "No.");
    });
    const request = new Request("http://localhost:3000/api/things", { method: "POST" });
    expect((await refuse(request, { params: Promise.resolve(undefined) })).status).toBe(404);
    expect(app.db.select().from(audit).all()).toMatchObject([{ action: "doThings", target: "" }]);
  });
});

describe("a write", () => {
  it("with a cookie must come from the app's own pages", async () => {
    const cookie = await sessionCookie();
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

describe("an error", () => {
  it("with a code is answered as its problem", async () => {
    const headers = { cookie: await sessionCookie() };
    const response = await call(
      () => {
        throw new AppError("not_found", "There is no such thing.");
      },
      { headers },
    );
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not_found", detail: "There is no such thing." });
  });

  it("without a code reveals no details, and is logged under the id of the answer", async () => {
    const logged = vi.spyOn(app.log, "error");
    const headers = { cookie: await sessionCookie() };
    const response = await call(
      () => {
        throw new TypeError("password=hunter2");
      },
      { headers },
    );
    const problem = (await response.json()) as Problem;
    expect(problem).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(problem)).not.toContain("hunter2");
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ requestId: problem.id, method: "GET", path: "/api/things" }),
      expect.any(String),
    );
  });
});

describe("an answer", () => {
  it("is logged in one line with operation, account and status, without the query", async () => {
    const logged = vi.spyOn(app.log, "info");
    const token = tokenOf(ann, "read");
    const response = await call(whoAmI, { headers: { ...bearer(token), "x-storeyard-peer": "192.0.2.1" } });
    expect(logged).toHaveBeenCalledExactlyOnceWith(
      {
        requestId: response.headers.get("x-request-id"),
        operation: "doThings",
        status: 200,
        ms: expect.any(Number),
        accountId: ann.actor.userId,
        address: "192.0.2.1",
      },
      "Request answered",
    );
    expect(JSON.stringify(logged.mock.calls)).not.toContain("secret=1");
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
  });

  it("is measured by operation and status class, refusals included", async () => {
    await call(whoAmI, { headers: bearer(tokenOf(ann, "read")) });
    await call(whoAmI);
    const text = await app.metrics.registry.metrics();
    const counted = 'storeyard_http_request_duration_seconds_count{operation="doThings",status=';
    expect(text).toContain(`${counted}"2xx"} 1`);
    expect(text).toContain(`${counted}"4xx"} 1`);
  });
});
