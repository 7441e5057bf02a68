import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { exclusively } from "./exclusively";
import { recordProcess } from "./process-record";

let state: string;

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "storeyard-lock-"));
  vi.stubEnv("STOREYARD_STATE", state);
});

describe("exclusive work", () => {
  it("leaves no file behind, whether it succeeds or fails", async () => {
    expect(await exclusively(async () => 7)).toBe(7);
    await expect(exclusively(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(state)).toEqual([]);
  });

  it("holds the lock while it runs", async () => {
    await exclusively(async () => expect(readdirSync(state)).toEqual(["script.lock"]));
  });

  it("waits for a process that asked earlier", async () => {
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

  it("skips a process that died while it waited, and removes its ticket", async () => {
    writeFileSync(join(state, "script.lock.1.1"), JSON.stringify({ pid: process.pid, started: "a-boot:1" }));
    await exclusively(async () => expect(readdirSync(state)).toEqual(["script.lock"]));
  });

  it("takes over the lock of a process that has died", async () => {
    const dead = join(state, "script.lock");
    mkdirSync(dead);
    utimesSync(dead, new Date(0), new Date(0));
    expect(await exclusively(async () => "went on")).toBe("went on");
  });

  it("does not wait for a process that asked later", async () => {
    const later = join(state, `script.lock.9999999999999.${process.pid}`);
    writeFileSync(later, JSON.stringify(recordProcess(process.pid)));
    expect(await exclusively(async () => "ran")).toBe("ran");
  });

  it("waits until the work of another process has ended", async () => {
    const release = await lock(join(state, "script"), { realpath: false });
    let began = false;
    const work = exclusively(async () => {
      began = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(began).toBe(false);
    await release();
    await work;
    expect(began).toBe(true);
  });
});
