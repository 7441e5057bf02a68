import { rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it } from "vitest";
import { assertSignInRate } from "@/lib/auth/assert-sign-in-rate";
import { peerHeader } from "@/lib/auth/request-origin";
import { addressParty } from "@/lib/domain/rate";
import type { AnonymousCtx, AppContext } from "@/lib/services/app-context";
import { startSession } from "@/lib/services/sessions/start-session";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { GET, POST } from "./route";

const most = 3;
let platform: TestPlatform;
let app: AppContext;
let now: number;

beforeEach(() => {
  now = 1_800_000_000_000;
  const env = {
    NEXTAUTH_SECRET: "a-secret-of-more-than-thirty-two-characters",
    RATE_LIMIT_SIGN_INS_PER_QUARTER_HOUR: String(most),
    RATE_LIMIT_PER_MINUTE: "20",
  };
  platform = createTestPlatform({ env, now: () => now });
  app = platform.app;
  serveWith(app);
});

function tryFrom(address: string, email: string, as: "form" | "json" = "form"): NextRequest {
  const fields = { email, password: "a guess", json: "true" };
  const body = as === "form" ? new URLSearchParams(fields).toString() : JSON.stringify(fields);
  return new NextRequest("http://localhost:3000/api/auth/callback/credentials", {
    method: "POST",
    headers: {
      [peerHeader]: address,
      "content-type": as === "form" ? "application/x-www-form-urlencoded" : "application/json",
      "content-length": String(body.length),
    },
    body,
  });
}

async function count(address: string, email: string, as?: "form" | "json"): Promise<string> {
  const ctx: AnonymousCtx = { app, actor: null, origin: { requestId: "1", address, userAgent: null } };
  try {
    await assertSignInRate(ctx, tryFrom(address, email, as));
    return "counted";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const context = (...nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) });

describe("password attempts", () => {
  it.each(["form", "json"] as const)(
    "sent as %s are counted per account, whatever their address",
    async (as) => {
      for (let n = 0; n < most; n++)
        expect(await count(`203.0.113.${n}`, "ann@example.com", as)).toBe("counted");
      expect(await count("203.0.113.99", "Ann@Example.com", as)).toBe("rate_limited");
      expect(await count("203.0.113.99", "bob@example.com", as)).toBe("counted");
    },
  );

  it("are counted per address; attempts from a blocked address do not count for the account", async () => {
    for (let n = 0; n < most; n++) expect(await count("203.0.113.1", `a${n}@example.com`)).toBe("counted");
    for (let n = 0; n < most; n++) expect(await count("203.0.113.1", "ann@example.com")).toBe("rate_limited");
    expect(await count("203.0.113.2", "ann@example.com")).toBe("counted");
  });

  it("of strangers do not block an address from which the account signed in recently", async () => {
    const ann = platform.as("ann@example.com").actor;
    const origin = { requestId: "1", address: "203.0.113.50", userAgent: null };
    startSession({ app, actor: null, origin }, { userId: ann.userId, method: "password" });
    for (let n = 0; n < most; n++) await count(`203.0.113.${n}`, "ann@example.com");
    expect(await count("203.0.113.99", "ann@example.com")).toBe("rate_limited");
    for (let n = 0; n < most; n++) expect(await count("203.0.113.50", " Ann@example.com")).toBe("counted");
    expect(await count("203.0.113.50", "ann@example.com")).toBe("rate_limited");
  });

  it("are refused with Retry-After, and with the reason in the field that next-auth's client reads", async () => {
    for (let n = 0; n < most; n++) await count("203.0.113.1", "ann@example.com");
    now += 60_000;
    const response = await POST(
      tryFrom("203.0.113.1", "ann@example.com"),
      context("callback", "credentials"),
    );
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("840");
    const problem = (await response.json()) as { code: string; detail: string; url: string };
    expect(problem.code).toBe("rate_limited");
    expect(new URL(problem.url).searchParams.get("error")).toBe(problem.detail);
    expect(problem.detail).toContain("840 seconds");
  });

  it("are refused when the limiter is broken", async () => {
    const directory = dirname(app.settings.rateLimitsFile);
    rmSync(directory, { recursive: true });
    writeFileSync(directory, "");
    const response = await POST(
      tryFrom("203.0.113.1", "ann@example.com"),
      context("callback", "credentials"),
    );
    expect(response.status).toBe(503);
    expect(((await response.json()) as { code: string }).code).toBe("unavailable");
  });
});

describe("the next-auth route", () => {
  it("counts towards the rate limit like other routes", async () => {
    for (let n = 0; n < 20; n++) await app.limits.take("requests", addressParty("203.0.113.1"));
    const headers = { [peerHeader]: "203.0.113.1" };
    const request = new NextRequest("http://localhost:3000/api/auth/csrf", { headers });
    expect((await GET(request, context("csrf"))).status).toBe(429);
  });

  it("does not let clients write into the log", async () => {
    const request = tryFrom("203.0.113.1", "ann@example.com");
    expect((await POST(request, context("_log"))).status).toBe(404);
  });

  it("refuses bodies larger than a sign-in needs", async () => {
    const request = tryFrom("203.0.113.1", "a".repeat(17_000));
    expect((await POST(request, context("callback", "credentials"))).status).toBe(413);
  });
});
