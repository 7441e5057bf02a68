import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { exclusively } from "./exclusively";

let state: string;

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "storeyard-lock-"));
  vi.stubEnv("STOREYARD_STATE", state);
});

describe("work that must not run twice at once", () => {
  it("leaves nothing behind, whether it works or fails", async () => {
    expect(await exclusively(async () => 7)).toBe(7);
    await expect(exclusively(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(state)).toEqual([]);
  });

  it("is marked while it runs", async () => {
    await exclusively(async () => expect(readdirSync(state)).toEqual(["script.lock"]));
  });

  it("goes on over the mark of a process that has died", async () => {
    writeFileSync(join(state, "script.lock"), JSON.stringify({ pid: process.pid, started: "a-boot:1" }));
    expect(await exclusively(async () => "went on")).toBe("went on");
  });
});
