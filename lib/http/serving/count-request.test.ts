import { rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it } from "vitest";
import { createToken } from "@/lib/services/accounts/tokens";
import type { Ctx } from "@/lib/services/app-context";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { defineOperation, type Operation } from "../contract/operation";
import type { Problem } from "../resources/problem-resource";
import { ok } from "./reply";
import { serve } from "./serve";

const secret = "a-secret-of-more-than-thirty-two-characters";

let now: number;
let platform: TestPlatform;
let ann: Ctx;

beforeEach(() => {
  now = 1_800_000_000_000;
  platform = createTestPlatform({
    env: { NEXTAUTH_SECRET: secret, RATE_LIMIT_CREATES_PER_MINUTE: "10" },
    now: () => now,
  });
  serveWith(platform.app);
  ann = platform.as("ann@example.com");
});

const look: Operation = defineOperation({
  id: "lookAtThings",
  method: "GET",
  path: "/api/things",
  tag: "stores",
  subject: "store",
  summary: "Look at things",
  access: { who: "account", scope: "read" },
  answers: { 200: { description: "Done." } },
});
const make: Operation = { ...look, id: "makeThing", rate: "create" };
const getIn: Operation = { ...look, id: "getIn", access: { who: "anyone" }, rate: "sign-in" };

function ask(headers: Record<string, string>, operation = look): Promise<Response> {
  const request = new Request("http://localhost:3000/api/things", { headers });
  return serve(operation, () => ok({}))(request, { params: Promise.resolve({}) });
}

const bearerOf = (who: Ctx) => {
  const { token } = createToken(platform.app, who.actor.userId, { name: "laptop", scope: "read" });
  return { authorization: `Bearer ${token}` };
};
const cookieOf = async (who: Ctx) => {
  const session = await encode({ token: { sessionId: who.actor.credential.id }, secret });
  return { cookie: `next-auth.session-token=${session}` };
};
const from = (address: string) => ({ "x-storeyard-peer": address });

describe("the rate limit of an account", () => {
  it("is 100 requests per minute: the 101st is refused with Retry-After", async () => {
    const headers = bearerOf(ann);
    for (let n = 0; n < 100; n += 1) {
      expect((await ask(headers)).status).toBe(200);
      now += 110;
    }
    const refused = await ask(headers);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("49");
    expect(refused.headers.get("ratelimit-policy")).toBe('"requests";q=100;w=60');
    expect(refused.headers.get("ratelimit")).toBe('"requests";r=0;t=49');
    expect(((await refused.json()) as Problem).code).toBe("rate_limited");
    now += 48_999;
    expect((await ask(headers)).status).toBe(429);
    now += 1;
    expect((await ask(headers)).status).toBe(200);
  });

  it("covers all its tokens and sessions", async () => {
    const credentials = [bearerOf(ann), bearerOf(ann), await cookieOf(ann)];
    for (let n = 0; n < 99; n += 1) await ask(credentials[n % 3] ?? {});
    expect((await ask(credentials[0] ?? {})).headers.get("ratelimit")).toBe('"requests";r=0;t=60');
    for (const headers of credentials) expect((await ask(headers)).status).toBe(429);
  });

  it("does not count for other accounts or for the address", async () => {
    const hers = { ...bearerOf(ann), ...from("192.0.2.1") };
    for (let n = 0; n < 101; n += 1) await ask(hers);
    expect((await ask({ ...bearerOf(platform.as("bob@example.com")), ...from("192.0.2.1") })).status).toBe(
      200,
    );
    expect((await ask(from("192.0.2.1"))).status).toBe(401);
  });
});

describe("requests without an account", () => {
  it("are counted per address, those with a wrong token too", async () => {
    for (let n = 0; n < 100; n += 1) {
      const wrong = await ask({ ...from("192.0.2.1"), authorization: `Bearer sy_guess${n}` });
      expect(wrong.status).toBe(401);
    }
    expect((await ask(from("192.0.2.1"))).status).toBe(429);
    expect((await ask(from("192.0.2.2"))).status).toBe(401);
    expect((await ask({ ...from("192.0.2.1"), ...bearerOf(ann) })).status).toBe(200);
  });

  it("cannot set their address with a header", async () => {
    for (let n = 0; n < 100; n += 1)
      await ask({ ...from("192.0.2.1"), "x-forwarded-for": `198.51.100.${n}` });
    expect((await ask({ ...from("192.0.2.1"), "x-forwarded-for": "203.0.113.1" })).status).toBe(429);
  });
});

describe("a class of requests with a limit of its own", () => {
  it("is reported beside the limit of all requests", async () => {
    const headers = bearerOf(ann);
    for (let n = 0; n < 10; n += 1) expect((await ask(headers, make)).status).toBe(200);
    const refused = await ask(headers, make);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("ratelimit")).toBe('"requests";r=89;t=60, "create";r=0;t=60');
    expect(refused.headers.get("ratelimit-policy")).toBe('"requests";q=100;w=60, "create";q=10;w=60');
    expect((await ask(headers)).status).toBe(200);
  });
});

describe("a broken limiter", () => {
  it("refuses sign-ins and allows other requests, without rate limit headers", async () => {
    const directory = dirname(platform.app.settings.rateLimitsFile);
    rmSync(directory, { recursive: true });
    writeFileSync(directory, "");
    const read = await ask(bearerOf(ann));
    expect(read.status).toBe(200);
    expect(read.headers.has("ratelimit")).toBe(false);
    expect((await ask({}, getIn)).status).toBe(503);
  });
});
