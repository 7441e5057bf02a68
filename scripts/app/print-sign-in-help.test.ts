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

describe("how to get in", () => {
  it("is by the set-up link while there is no admin, which the script's log does not keep", () => {
    writeFileSync(join(state, "set-up-link.txt"), "http://localhost:3000/setup#once\n");
    print("Storeyard runs");
    printSignInHelp();
    expect(printed).toContain("  http://localhost:3000/setup#once\n");
    expect(readFileSync(join(state, "up.log"), "utf8")).toBe("Storeyard runs\n");
  });

  it("is with the account that one has, once there is an admin", () => {
    printSignInHelp();
    expect(printed).toBe("Sign in with the account that you have.\n");
  });
});
