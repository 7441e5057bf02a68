import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { exclusively } from "./exclusively";
import { recordProcess } from "./process-record";

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

  it("waits for who asked earlier, and then says so no more", async () => {
    const earlier = join(state, `script.lock.1.${process.pid}`);
    writeFileSync(earlier, JSON.stringify(recordProcess(process.pid)));
    let began = false;
    const work = exclusively(async () => {
      began = true;
      return readdirSync(state);
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(began).toBe(false);
    rmSync(earlier);
    expect(await work).toEqual(["script.lock"]);
  });

  it("goes past who died waiting, and takes their mark away", async () => {
    writeFileSync(join(state, "script.lock.1.1"), JSON.stringify({ pid: process.pid, started: "a-boot:1" }));
    await exclusively(async () => expect(readdirSync(state)).toEqual(["script.lock"]));
  });

  it("goes on over the mark of a process that has died", async () => {
    writeFileSync(join(state, "script.lock"), JSON.stringify({ pid: process.pid, started: "a-boot:1" }));
    expect(await exclusively(async () => "went on")).toBe("went on");
  });
});
