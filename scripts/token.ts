import { existsSync } from "node:fs";
import { openDatabase } from "@/lib/db/connect";
import { readSettings } from "@/lib/env";
import { createAdminToken } from "@/lib/services/accounts/create-admin-token";
import { runScript } from "./shell/run-script";

await runScript(async () => {
  const { databaseFile } = readSettings();
  if (!existsSync(databaseFile))
    throw new Error("There is no Storeyard here yet. Start it first: npm run up");
  const db = openDatabase(databaseFile);
  // Only the token goes to stdout, so that TOKEN=$(npm run --silent token) works.
  console.log(createAdminToken(db));
  db.$client.close();
});
