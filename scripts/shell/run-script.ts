import { CommandError } from "./command";
import { print } from "./steps";

/**
 * Runs a script's main function. A failure is printed as one sentence and ends the script with 1; a signal ends it with
 * the usual code. Commands that still run end with the process.
 */
export async function runScript(main: () => Promise<void>): Promise<void> {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
  try {
    await main();
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
  process.exit(process.exitCode ?? 0);
}

/** Prints the message, its cause, and the last lines of a command that failed; with DEBUG the stack too. */
export function printFailure(error: unknown): void {
  if (error instanceof CommandError) {
    for (const line of error.lastLines.slice(-30)) print(`  | ${line}`);
  }
  const showStack = !(error instanceof Error) || process.env.DEBUG !== undefined;
  print(showStack ? String((error as Error).stack ?? error) : (error as Error).message);
  if (error instanceof Error && error.cause instanceof Error) print(`  because: ${error.cause.message}`);
}
