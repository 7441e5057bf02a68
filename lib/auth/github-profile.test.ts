import { describe, expect, it, vi } from "vitest";
import { readGitHubProfile } from "./github-profile";
import { verifiedIdentity } from "./providers";

/** What GitHub answers, by path; and the tokens that it was asked with. */
function answerWith(emails: unknown, status = 200) {
  const asked: (string | null)[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push(new Headers(init.headers).get("authorization"));
    const body = url.endsWith("/emails") ? emails : { id: 42, login: "ann", email: "public@example.com" };
    return Response.json(body, { status });
  });
  return asked;
}

const email = (address: string, primary: boolean, verified: boolean) => ({
  email: address,
  primary,
  verified,
  visibility: null,
});

describe("a GitHub profile", () => {
  it("has the primary e-mail address if it is verified", async () => {
    const asked = answerWith([email("a@example.com", false, true), email("Ann@Example.com", true, true)]);
    const profile = await readGitHubProfile("gho_token");
    expect(verifiedIdentity("github", profile)).toEqual({
      provider: "github",
      subject: "42",
      email: "ann@example.com",
    });
    expect(asked).toEqual(["Bearer gho_token", "Bearer gho_token"]);
  });

  it.each([
    [
      "with an unverified primary address",
      [email("ann@example.com", true, false), email("b@c.de", false, true)],
    ],
    ["without an address", []],
  ])("%s has no usable address, whatever the public profile contains", async (_what, emails) => {
    answerWith(emails);
    expect(verifiedIdentity("github", await readGitHubProfile("t")).email).toBeNull();
  });

  it("is an error while GitHub does not answer", async () => {
    answerWith([], 503);
    await expect(readGitHubProfile("t")).rejects.toThrow(/503/);
  });
});
