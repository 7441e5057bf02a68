import { existsSync } from "node:fs";
import { openDatabase } from "@/lib/db/connect";
import { readSettings } from "@/lib/env";
import { findFirstAdmin } from "@/lib/services/accounts/ensure-first-admin";
import { createToken } from "@/lib/services/accounts/tokens";
import { runScript } from "./run-script";

await runScript(async () => {
  const { databaseFile } = readSettings();
  if (!existsSync(databaseFile))
    throw new Error("There is no Storeyard here yet. Start it first: npm run up");
  const db = openDatabase(databaseFile);
  const admin = findFirstAdmin(db);
  if (admin === undefined) {
    throw new Error(
      "There is no admin yet whose token this could be. Open the set-up link that npm run up prints, then try again.",
    );
  }
  // Alone on stdout, so that TOKEN=$(npm run --silent token) works.
  console.log(
    createToken({ db }, admin.id, { name: `npm run token, ${new Date().toISOString()}`, scope: "admin" })
      .token,
  );
  db.$client.close();
});
