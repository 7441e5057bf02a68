import { describe, expect, it } from "vitest";
import { TestBrowser } from "@/tests/support/test-browser";
import { sessionSecret, useSignIn, verified } from "@/tests/support/use-sign-in";

const signIn = useSignIn();

describe("signing out", () => {
  it("ends the session: a copy of its cookie is refused", async () => {
    signIn.platform.as("ann@example.com");
    const browser = new TestBrowser();
    await signIn.withProvider(verified("ann"), browser);
    const copy = browser.cookies(signIn.server.origin);
    expect(await signIn.signedInWith(copy)).not.toBeNull();
    await signIn.submit(browser, "signout");
    expect(await signIn.signedInWith(copy)).toBeNull();
    expect(signIn.audited().at(-1)).toMatchObject({ action: "signOut", actorEmail: "ann@example.com" });
  });
});

describe("the log", () => {
  it("contains the errors and no secrets", async () => {
    signIn.platform.as("ann@example.com");
    const { path } = await signIn.withProvider(verified("ann"));
    const callback = path.find((url) => url.includes("/api/auth/callback/oidc")) ?? "";
    await new TestBrowser().visit(callback);
    await signIn.provider.close();
    await signIn.withProvider(verified("ann"));
    const lines = signIn.logged.join("");
    expect(lines).toContain("OAUTH_CALLBACK_ERROR");
    expect(lines).toContain("SIGNIN_OAUTH_ERROR");
    const code = new URL(callback).searchParams.get("code") ?? "";
    expect(code).not.toBe("");
    for (const kept of [code, signIn.provider.clientSecret, sessionSecret]) expect(lines).not.toContain(kept);
  });
});
