import { CommandError, killCommands } from "./command";
import { print } from "./steps";

/**
 * The frame of every script: one clear sentence and a non-zero exit where it fails,
 * and no child left behind where it is interrupted.
 */
export async function runScript(main: () => Promise<void>): Promise<void> {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.once(signal, () => {
      killCommands();
      process.exit(code);
    });
  }
  try {
    await main();
  } catch (error) {
    killCommands();
    printFailure(error);
    process.exit(1);
  }
  // What was given up for taking too long may still run.
  killCommands();
  process.exit(process.exitCode ?? 0);
}

export function printFailure(error: unknown): void {
  if (error instanceof CommandError) {
    for (const line of error.lastLines.slice(-30)) print(`  | ${line}`);
  }
  const showStack = !(error instanceof Error) || process.env.DEBUG !== undefined;
  print(showStack ? String((error as Error).stack ?? error) : (error as Error).message);
  if (error instanceof Error && error.cause instanceof Error) print(`  because: ${error.cause.message}`);
}
