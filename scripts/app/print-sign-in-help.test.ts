import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { logStepsTo, print } from "../shell/steps";
import { printSignInHelp } from "./print-sign-in-help";

let state: string;
let printed: string;

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "storeyard-"));
  vi.stubEnv("STOREYARD_STATE", state);
  printed = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  logStepsTo(join(state, "up.log"));
});

afterEach(() => {
  logStepsTo(null);
  vi.restoreAllMocks();
});

describe("the sign-in help", () => {
  it("shows the set-up link while there is no admin, but not in the script's log", () => {
    writeFileSync(join(state, "set-up-link.txt"), "http://localhost:3000/setup#once\n");
    print("Storeyard runs");
    printSignInHelp();
    expect(printed).toContain("  http://localhost:3000/setup#once\n");
    expect(readFileSync(join(state, "up.log"), "utf8")).toBe("Storeyard runs\n");
  });

  it("refers to the existing account when there is an admin", () => {
    printSignInHelp();
    expect(printed).toBe("Sign in with the account that you have.\n");
  });
});
