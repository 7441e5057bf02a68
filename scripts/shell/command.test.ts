import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CommandError, runCommand } from "./command";
import { recordProcess } from "./process-record";

/** Runs a Node program and returns the lines that it printed. */
async function run(program: string, options: Parameters<typeof runCommand>[2] = {}): Promise<string[]> {
  const lines: string[] = [];
  await runCommand(process.execPath, ["-e", program], { onLine: (line) => lines.push(line), ...options });
  return lines;
}

describe("a command", () => {
  it("passes on the lines of both streams and writes them to the log", async () => {
    const logFile = join(mkdtempSync(join(tmpdir(), "command-")), "log");
    const lines = await run('console.log("out"); console.error("err")', { logFile });
    expect(lines.toSorted()).toEqual(["err", "out"]);
    await expect.poll(() => readFileSync(logFile, "utf8")).toContain("out\n");
  });

  it("that fails is an error with its exit code and last lines", async () => {
    const failure = run('console.error("no space left"); process.exitCode = 3');
    await expect(failure).rejects.toThrow(/ended with 3\.$/);
    await expect(failure).rejects.toMatchObject({ lastLines: ["no space left"] });
  });

  it("that can't be started is an error that names it", async () => {
    const missing = runCommand("no-such-program", []);
    await expect(missing).rejects.toBeInstanceOf(CommandError);
    await expect(missing).rejects.toThrow("no-such-program could not be started");
  });

  it("gets only the given environment", async () => {
    const env = { NODE_ENV: "test" } as const;
    expect(await run("console.log(process.env.NODE_ENV, process.env.HOME)", { env })).toEqual([
      "test undefined",
    ]);
  });

  it("that prints nothing for too long is ended with its children", async () => {
    const child = `require("child_process").spawn("sleep", ["300"], { stdio: "inherit" })`;
    const pids: number[] = [];
    const stalled = run(`console.log(${child}.pid); setInterval(() => {}, 1000)`, {
      silenceMs: 1_000,
      onLine: (line) => pids.push(Number(line)),
    });
    await expect(stalled).rejects.toThrow(/was stopped: it printed nothing for/);
    expect(recordProcess(pids[0] ?? 0)).toBeNull();
  });

  it("that keeps printing may take longer", async () => {
    const lines = await run(
      "let n = 0; const t = setInterval(() => { console.log(n); if (++n === 6) clearInterval(t) }, 500)",
      { silenceMs: 2_000 },
    );
    expect(lines).toHaveLength(6);
  });
});
