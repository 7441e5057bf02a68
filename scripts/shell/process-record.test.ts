import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { isRunning, recordProcess, stopProcess } from "./process-record";

const started: ReturnType<typeof spawn>[] = [];

/** A process that prints a line once it is set up as the program says. */
async function start(program: string): Promise<number> {
  const child = spawn(process.execPath, ["-e", `${program}; setInterval(() => {}, 1000); console.log("up")`]);
  started.push(child);
  await once(child.stdout, "data");
  return child.pid as number;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

describe("a process record", () => {
  it("identifies its process and stops it", async () => {
    const record = recordProcess(await start(""));
    if (record === null) throw new Error("not found");
    expect(isRunning(record)).toBe(true);
    expect(await stopProcess(record)).toBe(true);
    expect(isRunning(record)).toBe(false);
    expect(await stopProcess(record)).toBe(false);
  });

  it("kills a process that ignores SIGTERM, after the grace period", async () => {
    const record = recordProcess(await start('process.on("SIGTERM", () => {})'));
    if (record === null) throw new Error("not found");
    expect(await stopProcess(record, 200)).toBe(true);
    expect(isRunning(record)).toBe(false);
  });

  it("does not match another program with the same id", async () => {
    const pid = await start("");
    const other = { pid, started: "some-boot:1" };
    expect(isRunning(other)).toBe(false);
    expect(await stopProcess(other)).toBe(false);
    expect(recordProcess(pid)).not.toBeNull();
  });

  it("of a missing process is null", () => {
    expect(recordProcess(2 ** 22 + 1)).toBeNull();
  });
});
