import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { pino } from "pino";
import { expect, it } from "vitest";
import { peerHeader } from "@/lib/auth/request-origin";
import { audit } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { ensureFirstAdmin } from "@/lib/services/accounts/ensure-first-admin";
import { verifyCredentials } from "@/lib/services/accounts/verify-credentials";
import type { AnonymousCtx } from "@/lib/services/app-context";
import { startSession } from "@/lib/services/sessions/start-session";
import { createStore } from "@/lib/services/stores/create-store";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import * as invitations from "./invitations/route";
import * as lookUp from "./links/look-up/route";
import * as redeem from "./links/redeem/route";
import * as myPassword from "./me/password/route";
import * as me from "./me/route";
import * as register from "./register/route";
import * as tokens from "./tokens/route";
import * as passwordLink from "./users/[id]/password-link/route";

const key = "a-secret-of-more-than-thirty-two-characters";
const passwords = {
  admin: "the admin's own secret",
  second: "the admin's next secret",
  invited: "the secret of an invited account",
  renewed: "the secret after a password link",
  registered: "the secret of a registered account",
  wrong: "a guess that is wrong",
  refused: "1QAZ2wsx3edc",
};

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

it("no file, log line or audit row contains a password, a token or a link's secret", async () => {
  const { app } = createTestPlatform({ env: { NEXTAUTH_SECRET: key, OPEN_REGISTRATION: "true" } });
  const logged: string[] = [];
  app.log = pino({ level: "trace" }, { write: (line) => void logged.push(line) });
  serveWith(app);
  const anyone: AnonymousCtx = {
    app,
    actor: null,
    origin: { requestId: "1", address: "203.0.113.1", userAgent: null },
  };

  let from = 0;
  async function call<T>(route: Route, method: string, body: unknown, headers = {}, id = ""): Promise<T> {
    const request = new Request("http://localhost:3000/api/things", {
      method,
      headers: {
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        [peerHeader]: `203.0.113.${++from}`,
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const response = await route(request, { params: Promise.resolve({ id }) });
    return (response.status === 204 ? null : await response.json()) as T;
  }
  async function cookieOf(email: string, password: string) {
    const userId = await verifyCredentials(anyone, email, password);
    expect(userId).not.toBeNull();
    const sessionId = startSession(anyone, { userId: userId ?? "", method: "password" });
    const cookie = `next-auth.session-token=${await encode({ token: { sessionId }, secret: key })}`;
    return { cookie, userId: userId ?? "" };
  }
  const secretOf = (link: string) => new URL(link).hash.slice(1);

  await ensureFirstAdmin(app.db, app.settings);
  const setUp = secretOf(readFileSync(app.settings.setUpFile, "utf8").trim());
  await call(lookUp.POST, "POST", { secret: setUp });
  const first = { secret: setUp, email: "root@example.com" };
  await call(redeem.POST, "POST", { ...first, password: passwords.refused });
  await call(redeem.POST, "POST", { ...first, password: passwords.admin });
  await call(redeem.POST, "POST", { ...first, password: passwords.admin });
  expect(await verifyCredentials(anyone, "root@example.com", passwords.wrong)).toBeNull();
  expect(await verifyCredentials(anyone, passwords.admin, passwords.admin)).toBeNull();
  const admin = await cookieOf("root@example.com", passwords.admin);
  const asAdmin = { cookie: admin.cookie };

  const invited = await call<{ link: string }>(
    invitations.POST,
    "POST",
    { email: "bob@example.com", role: "member" },
    asAdmin,
  );
  await call(redeem.POST, "POST", { secret: secretOf(invited.link), password: passwords.invited });
  const bob = await cookieOf("bob@example.com", passwords.invited);
  const renew = await call<{ link: string }>(passwordLink.POST, "POST", undefined, asAdmin, bob.userId);
  await call(redeem.POST, "POST", { secret: secretOf(renew.link), password: passwords.renewed });
  await call(register.POST, "POST", { email: "eve@example.com", password: passwords.registered });

  const asked = { name: "CI", scope: "admin", expiresInDays: 1 };
  const { secret: token } = await call<{ secret: string }>(tokens.POST, "POST", asked, asAdmin);
  const withToken = { authorization: `Bearer ${token}` };
  expect(await call(me.GET, "GET", undefined, withToken)).toMatchObject({ credential: { kind: "token" } });
  await call(me.GET, "GET", undefined, { authorization: `Bearer ${token}x` });
  await call(myPassword.POST, "POST", { newPassword: passwords.second }, withToken);
  for (const currentPassword of [passwords.wrong, passwords.admin]) {
    await call(myPassword.POST, "POST", { currentPassword, newPassword: passwords.second }, asAdmin);
  }
  await call(me.DELETE, "DELETE", { password: passwords.second }, asAdmin);
  const { userId } = await cookieOf("root@example.com", passwords.second);
  const actor = {
    userId,
    email: "root@example.com",
    role: "admin",
    credential: { kind: "session", id: "1", scope: "admin" },
  } as const;
  createStore({ ...anyone, actor }, createStoreInput.parse({ name: "blue", type: "wordpress" }));

  const links = [setUp, secretOf(invited.link), secretOf(renew.link)];
  const secrets = [...Object.values(passwords), ...links, token, key, admin.cookie.split("=")[1] ?? ""];
  expect(links.every((link) => link.length === 43)).toBe(true);
  const places = Object.fromEntries(
    readdirSync(app.settings.stateDirectory).map((name) => [
      name,
      readFileSync(join(app.settings.stateDirectory, name), "latin1"),
    ]),
  );
  expect(Object.keys(places)).toEqual(expect.arrayContaining(["storeyard.db", "storeyard.db-wal"]));
  places.log = logged.join("");
  places.audit = JSON.stringify(app.db.select().from(audit).all());
  // What is looked for can be found: these places do hold what they should.
  expect(places.audit).toContain("bob@example.com");
  expect(places["storeyard.db-wal"]).toContain("eve@example.com");
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) expect([place, text.includes(secret)]).toEqual([place, false]);
  }
});
