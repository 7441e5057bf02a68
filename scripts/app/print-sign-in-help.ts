import { existsSync, readFileSync } from "node:fs";
import { readSettings } from "@/lib/env";
import { logStepsTo, print } from "../shell/steps";

/** Prints how to sign in to the running app: with the set-up link while there is no admin. */
export function printSignInHelp(): void {
  const { setUpFile } = readSettings();
  if (!existsSync(setUpFile)) {
    print("Sign in with the account that you have.");
    return;
  }
  // Anyone with the link can become the admin, so it is not written to the script's log.
  logStepsTo(null);
  print(`Make yourself its admin here, once (the link is kept in ${setUpFile} until then):`);
  print(`  ${readFileSync(setUpFile, "utf8").trim()}`);
}
