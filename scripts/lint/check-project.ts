import { runCommand } from "../shell/command";
import { projectRoot } from "../shell/state";
import { print } from "../shell/steps";
import { checkPhrases } from "./check-phrases";

/** Format, lint rules, spelling and banned phrases. Prints what each check reports; rejects where one fails. */
export async function checkProject(): Promise<void> {
  await runTool("@biomejs/biome/bin/biome", ["check", "."]);
  await runTool("cspell/bin.mjs", ["--no-progress", "--no-summary"]);
  reportPhrases();
}

function runTool(cli: string, args: string[]): Promise<void> {
  return runCommand(process.execPath, [`node_modules/${cli}`, ...args], {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: "1" },
    silenceMs: 10 * 60_000,
  });
}

function reportPhrases(): void {
  const findings = checkPhrases();
  for (const { path, line, found, instead } of findings)
    print(`${path}:${line} "${found}": write ${instead}`);
  if (findings.length > 0)
    throw new Error(
      `${findings.length} banned phrases; scripts/lint/banned-phrases.yaml lists what to write instead.`,
    );
}
