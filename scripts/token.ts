import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "@/lib/db/connect";
import { accountEmail } from "@/lib/domain/account-email";
import { readSettings } from "@/lib/env";
import { createAdminToken } from "@/lib/services/accounts/create-admin-token";
import { createFirstAdmin } from "@/lib/services/accounts/create-first-admin";
import { needsSetUp } from "@/lib/services/accounts/needs-set-up";
import { findRunningApp } from "./app/app-record";
import { runScript } from "./shell/run-script";
import { print } from "./shell/steps";

await runScript(async () => {
  const { values } = parseArgs({ options: { email: { type: "string" } } });
  const email = values.email === undefined ? undefined : parseEmail(values.email);
  // The link below has to lead to the app that runs here.
  const url = process.env.NEXTAUTH_URL || findRunningApp()?.origin;
  const settings = readSettings({ ...process.env, NEXTAUTH_URL: url });
  if (!existsSync(settings.databaseFile)) {
    throw new Error("Storeyard has not been started here yet. Start it first: npm run up");
  }
  const db = openDatabase(settings.databaseFile);
  if (email !== undefined && needsSetUp(db)) {
    const link = createFirstAdmin(db, settings, email);
    print(`${email} is the first admin now. Set a password with this link, which works once, for a day:`);
    print(`  ${link}`);
  }
  // The token alone goes to stdout, so that TOKEN=$(npm run --silent token) works.
  console.log(createAdminToken(db, email));
  db.$client.close();
});

function parseEmail(text: string): string {
  const parsed = accountEmail.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Error(`--email: ${parsed.error.issues[0]?.message}`);
}
