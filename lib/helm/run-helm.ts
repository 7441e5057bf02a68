import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { AppError } from "@/lib/errors";

const timeoutMs = 30_000;

/**
 * Runs helm with these arguments and this input, and returns its output.
 * Throws AppError `invalid` with Helm's message, `unavailable` where helm is missing or does not end in time.
 */
export async function runHelm(binary: string, args: string[], input: string): Promise<string> {
  // It is started by its path and without our environment, which holds secrets. It runs for 50 ms, of which garbage
  // collection would take a third.
  const env = { GOGC: "off" } as unknown as NodeJS.ProcessEnv;
  const child = spawn(binary, args, { timeout: timeoutMs, ...(binary.includes("/") && { env }) });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // Helm closes its input unread when it refuses its arguments; its message says more than EPIPE.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]).catch(
    (cause) => {
      throw new AppError(
        "unavailable",
        `Helm can't be run (${binary}): install it or set HELM to its path.`,
        {
          cause,
        },
      );
    },
  );
  if (code === 0) return stdout;
  if (code === null) throw new AppError("unavailable", `Helm did not finish within ${timeoutMs / 1000} s.`);
  throw new AppError("invalid", sentenceOf(stderr) || `Helm failed with exit code ${code}.`);
}

/** Helm's error on one line, without its prefix, its log lines and its advice to use --debug. */
function sentenceOf(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line && !/^(level=|time=|Use --debug|WARNING:)/.test(line));
  return said
    .join(" ")
    .replace(/^Error: /, "")
    .slice(0, 600);
}
