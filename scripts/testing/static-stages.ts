import { globSync } from "node:fs";
import { findRunningApp } from "../app/app-record";
import { buildApp, builtDigest } from "../app/build-app";
import { checkProject } from "../lint/check-project";
import { runCommand } from "../shell/command";
import { projectRoot } from "../shell/state";
import { say } from "../shell/steps";
import { runGoTests } from "./run-go-tests";
import { runVitest } from "./run-tests";
import { check, stage, type Tally } from "./stage";

/** The stages that need no cluster, one after the other: the cluster is built at the same time. */
export async function staticStages(): Promise<Tally[]> {
  return [
    await check("Format, lint, spelling and phrases", checkProject),
    await check("Types", async () => {
      // Writes next-env.d.ts and the routes' types, which a new checkout does not have.
      await tool("next/dist/bin/next", ["typegen"]);
      await tool("typescript/bin/tsc", ["--noEmit"]);
      for (const project of globSync("images/*/tsconfig.json", { cwd: projectRoot })) {
        await tool("typescript/bin/tsc", ["--noEmit", "--project", project]);
      }
    }),
    await unitStage([]),
    await goStage(),
    await buildStage(),
  ];
}

export function unitStage(args: string[]): Promise<Tally> {
  return stage("Unit tests", () => runVitest("unit", { args }));
}

function goStage(): Promise<Tally> {
  return stage("Go tests", runGoTests);
}

export function buildStage(): Promise<Tally> {
  return check("Build", async () => {
    const before = builtDigest();
    const replaced = (await buildApp()) !== before;
    const app = findRunningApp();
    if (replaced && app)
      say(`The app at ${app.origin} still runs the previous build: npm run up restarts it.`);
  });
}

function tool(cli: string, args: string[]): Promise<void> {
  return runCommand(process.execPath, [`node_modules/${cli}`, ...args], {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" },
    silenceMs: 15 * 60_000,
  });
}
