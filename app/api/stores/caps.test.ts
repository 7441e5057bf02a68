import { describe, expect, it } from "vitest";
import { createToken } from "@/lib/services/accounts/tokens";
import { askRoute } from "@/tests/support/ask-route";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import { POST } from "./route";

const noRateLimits = { RATE_LIMIT_PER_MINUTE: "1000", RATE_LIMIT_CREATES_PER_MINUTE: "1000" };

/** Fifty at once, of this many accounts in turn; returns each status and message. */
async function createFifty(platform: ReturnType<typeof createTestPlatform>, accounts: number) {
  serveWith(platform.app);
  const tokens = Array.from({ length: accounts }, (_, n) => {
    const { actor } = platform.as(`account-${n}@example.com`);
    return createToken(platform.app, actor.userId, { name: "burst", scope: "write" }).token;
  });
  const answers = Array.from({ length: 50 }, async (_, n) => {
    const request = new Request("http://localhost:3000/api/stores", {
      method: "POST",
      headers: { authorization: `Bearer ${tokens[n % accounts]}`, "content-type": "application/json" },
      body: JSON.stringify({ name: `burst-${n}`, type: "wordpress" }),
    });
    const answer = await askRoute(POST, request);
    return { status: answer.status, detail: ((await answer.json()) as { detail?: string }).detail ?? "" };
  });
  return Promise.all(answers);
}

describe("fifty concurrent creates", () => {
  it("create five stores with MAX_STORES=5, and 45 are refused with its name", async () => {
    const platform = createTestPlatform({ env: { ...noRateLimits, MAX_STORES: "5" }, storesPerUser: 100 });
    const answers = await createFifty(platform, 7);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
    const refusals = answers.filter(({ status }) => status === 409);
    expect(refusals).toHaveLength(45);
    for (const { detail } of refusals) expect(detail).toContain("MAX_STORES");
  });

  it("create five stores for each account on a plan that allows five, and the others are refused with the plan's cap", async () => {
    const platform = createTestPlatform({ env: { ...noRateLimits, MAX_STORES: "100" }, storesPerUser: 5 });
    const answers = await createFifty(platform, 2);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(10);
    const refusals = answers.filter(({ status }) => status === 409);
    expect(refusals).toHaveLength(40);
    for (const { detail } of refusals) expect(detail).toMatch(/plan Standard.*storesPerUser/);
  });
});
