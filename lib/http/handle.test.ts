import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { createToken } from "@/lib/services/accounts/tokens";
import type { Ctx, Services } from "@/lib/services/context";
import { createTestPlatform } from "@/tests/support/test-platform";
import { handle } from "./handle";
import type { Problem } from "./problem";

const secret = "a-secret-of-more-than-thirty-two-characters";
const shared = vi.hoisted(() => ({ app: null as unknown }));
vi.mock("@/lib/boot", () => ({ getApp: () => shared.app }));

let ann: Ctx;
let app: Services;

beforeEach(() => {
  ann = createTestPlatform({ env: { NEXTAUTH_SECRET: secret } }).as("ann@example.com");
  app = ann.app;
  shared.app = app;
});

async function sessionCookie(claims: Record<string, unknown> = { userId: ann.actor.userId }, key = secret) {
  return `next-auth.session-token=${await encode({ token: claims, secret: key })}`;
}

function call(respond: Parameters<typeof handle>[0], init: RequestInit = {}): Promise<Response> {
  const request = new Request("http://localhost:3000/api/things?secret=1", init);
  return handle(respond)(request, { params: Promise.resolve({}) });
}

const whoAmI: Parameters<typeof handle>[0] = (_request, ctx) => Response.json(ctx.actor);

describe("who asks", () => {
  it("is the account of the session cookie", async () => {
    const response = await call(whoAmI, { headers: { cookie: await sessionCookie() } });
    expect(await response.json()).toMatchObject({ email: "ann@example.com", via: "session" });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is the account of the API token", async () => {
    const { token } = createToken(app, ann.actor.userId, "laptop");
    const response = await call(whoAmI, { headers: { authorization: `Bearer ${token}` } });
    expect(await response.json()).toMatchObject({ email: "ann@example.com", via: "token" });
  });

  it.each([
    ["nobody", async () => ({})],
    ["a token that is none", async () => ({ authorization: "Bearer sy_nothing" })],
    [
      "a wrong token beside a good cookie",
      async () => ({ authorization: "Bearer sy_x", cookie: await sessionCookie() }),
    ],
    ["another scheme", async () => ({ authorization: "Basic YW5uOmE=" })],
    ["a cookie of another key", async () => ({ cookie: await sessionCookie(undefined, "x".repeat(40)) })],
    ["a cookie of an unknown account", async () => ({ cookie: await sessionCookie({ userId: "gone" }) })],
    ["a cookie that is rubbish", async () => ({ cookie: "next-auth.session-token=rubbish" })],
  ])("%s is refused", async (_who, headers) => {
    const respond = vi.fn(whoAmI);
    const response = await call(respond, { headers: await headers() });
    expect(response.status).toBe(401);
    expect(((await response.json()) as Problem).code).toBe("unauthenticated");
    expect(respond).not.toHaveBeenCalled();
  });

  it("is out at once when the account is disabled", async () => {
    const { token } = createToken(app, ann.actor.userId, "laptop");
    const cookie = await sessionCookie();
    app.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, ann.actor.userId)).run();
    expect((await call(whoAmI, { headers: { cookie } })).status).toBe(401);
    expect((await call(whoAmI, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});

describe("a write", () => {
  it("with a cookie must come from our own pages", async () => {
    const cookie = await sessionCookie();
    const from = (site: string) =>
      call(whoAmI, { method: "POST", headers: { cookie, "sec-fetch-site": site } });
    expect((await from("same-origin")).status).toBe(200);
    expect((await from("cross-site")).status).toBe(403);
    expect((await call(whoAmI, { method: "DELETE", headers: { cookie } })).status).toBe(403);
  });

  it("with a token may come from anywhere", async () => {
    const { token } = createToken(app, ann.actor.userId, "laptop");
    const response = await call(whoAmI, { method: "POST", headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
  });
});

describe("an error", () => {
  it("that was foreseen is answered as its problem", async () => {
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

  it("that was not says nothing of its inside, and is logged under the id that it names", async () => {
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
      expect.objectContaining({ id: problem.id, method: "GET", path: "/api/things" }),
      expect.any(String),
    );
  });
});
