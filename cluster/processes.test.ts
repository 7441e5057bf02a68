import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRunning } from "../scripts/shell/process-record";
import { ensureProcess, findProcess, lastLogLines, stopClusterProcess } from "./processes";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "storeyard-processes-"));
});
afterEach(async () => {
  await stopClusterProcess(dir, "sleeper");
  rmSync(dir, { recursive: true, force: true });
});

const sleeper = { name: "sleeper", binary: "/bin/sleep", args: ["300"] };
const pidFile = () => join(dir, "pids/sleeper.json");

describe("a process of the cluster", () => {
  it("is started once", async () => {
    expect(await ensureProcess(dir, sleeper)).toBe(true);
    const first = findProcess(dir, "sleeper");
    expect(await ensureProcess(dir, sleeper)).toBe(false);
    expect(findProcess(dir, "sleeper")).toEqual(first);
  });

  it("is started again after it was killed", async () => {
    await ensureProcess(dir, sleeper);
    const first = findProcess(dir, "sleeper");
    process.kill(first?.pid ?? 0, "SIGKILL");
    await expect.poll(() => findProcess(dir, "sleeper")).toBeNull();
    expect(await ensureProcess(dir, sleeper)).toBe(true);
  });

  it("is restarted when its command has changed", async () => {
    await ensureProcess(dir, sleeper);
    const first = findProcess(dir, "sleeper");
    expect(await ensureProcess(dir, { ...sleeper, args: ["301"] })).toBe(true);
    expect(first && isRunning(first)).toBe(false);
  });

  it("is restarted when one of its input files has changed", async () => {
    const inputs = [join(dir, "config")];
    writeFileSync(join(dir, "config"), "a");
    await ensureProcess(dir, { ...sleeper, inputs });
    expect(await ensureProcess(dir, { ...sleeper, inputs })).toBe(false);
    writeFileSync(join(dir, "config"), "b");
    expect(await ensureProcess(dir, { ...sleeper, inputs })).toBe(true);
  });

  it("is not confused with another program with the same pid", async () => {
    await ensureProcess(dir, sleeper);
    const record = JSON.parse(readFileSync(pidFile(), "utf8"));
    writeFileSync(pidFile(), JSON.stringify({ ...record, started: "an earlier boot:1" }));
    expect(findProcess(dir, "sleeper")).toBeNull();
    expect(await stopClusterProcess(dir, "sleeper")).toBe(false);
    expect(isRunning(record)).toBe(true);
    process.kill(record.pid, "SIGKILL");
  });

  it("writes its output to a log", async () => {
    await ensureProcess(dir, { name: "speaker", binary: "/bin/echo", args: ["what went wrong"] });
    await expect.poll(() => lastLogLines(dir, "speaker")).toBe("what went wrong");
  });

  it("is named in the error when its program is missing", async () => {
    const missing = { name: "missing", binary: join(dir, "nothing"), args: [] };
    await expect(ensureProcess(dir, missing)).rejects.toThrow("missing could not be started");
  });
});
