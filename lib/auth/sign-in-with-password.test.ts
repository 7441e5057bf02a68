import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "@/lib/db/schema";
import { changeUser } from "@/lib/services/accounts/change-user";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import { TestBrowser } from "@/tests/support/test-browser";
import { useSignIn } from "@/tests/support/use-sign-in";

const password = "a long enough secret";
const signIn = useSignIn();

describe("a sign-in with a password", () => {
  async function withPassword() {
    const ann = signIn.platform.as("ann@example.com");
    const passwordHash = await hashPassword(password);
    signIn.platform.app.db.update(users).set({ passwordHash }).where(eq(users.id, ann.actor.userId)).run();
    return ann;
  }

  async function trySignIn(email: string, given: string) {
    const browser = new TestBrowser();
    const { path } = await signIn.submit(browser, "callback/credentials", { email, password: given });
    const error = new URL(path.at(-1) ?? "").searchParams.get("error");
    return { email: (await signIn.signedIn(browser))?.email ?? null, error };
  }

  it("succeeds, whatever the letter case of the address", async () => {
    await withPassword();
    expect(await trySignIn(" Ann@Example.com", password)).toEqual({ email: "ann@example.com", error: null });
    expect(signIn.audited()).toMatchObject([
      { action: "signIn", result: "ok", actorEmail: "ann@example.com" },
    ]);
  });

  it.each([
    ["a wrong password", "ann@example.com", "not the password", "ann@example.com"],
    ["an unknown address", "bob@example.com", password, "bob@example.com"],
    ["a password in the field for the address", password, password, "not an e-mail address"],
  ])("%s is refused with the same error and audited", async (_what, email, given, target) => {
    await withPassword();
    expect(await trySignIn(email, given)).toEqual({ email: null, error: "CredentialsSignin" });
    expect(signIn.audited()).toMatchObject([
      { action: "signIn", result: "unauthenticated", target, targetId: null, detail: { method: "password" } },
    ]);
  });

  it("is refused for a disabled account and for an account without a password", async () => {
    const ann = await withPassword();
    changeUser(signIn.admin, ann.actor.userId, { disabled: true });
    expect((await trySignIn("ann@example.com", password)).error).toBe("CredentialsSignin");
    changeUser(signIn.admin, ann.actor.userId, { disabled: false });
    signIn.platform.app.db
      .update(users)
      .set({ passwordHash: null })
      .where(eq(users.id, ann.actor.userId))
      .run();
    expect((await trySignIn("ann@example.com", "nobody's password")).error).toBe("CredentialsSignin");
  });
});
