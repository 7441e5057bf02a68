import { join } from "node:path";
import { exclusively } from "./shell/exclusively";
import { runScript } from "./shell/run-script";
import { ensureStateDir } from "./shell/state";
import { formatSeconds, logStepsTo, print } from "./shell/steps";
import { ensureChromium } from "./testing/ensure-chromium";
import { onCluster } from "./testing/on-cluster";
import { runPlaywright, runVitest } from "./testing/run-tests";
import { check, oneFailed, stage, sum, type Tally } from "./testing/stage";
import { buildStage, staticStages, unitStage } from "./testing/static-stages";

type Env = Record<string, string>;

const [suite = "all", ...args] = process.argv.slice(2);

await runScript(async () => {
  const begun = performance.now();
  logStepsTo(join(ensureStateDir("logs"), "test.log"));
  const { passed, failed } = sum(await runSuite(suite));
  print(`In ${formatSeconds(performance.now() - begun)}; logs in ${ensureStateDir("logs")}`);
  if (failed > 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
});

function runSuite(name: string): Promise<Tally[]> {
  switch (name) {
    case "all":
      return exclusively(() => onCluster(staticStages(), [clusterTests, browserTests]));
    case "unit":
      return unitStage(args).then((tally) => [tally]);
    case "cluster":
      return exclusively(() => onCluster(only(buildStage()), [clusterTests]));
    case "e2e":
      return exclusively(() =>
        onCluster(only(buildStage()), [args.length > 0 ? chosenBrowserTests : browserTests]),
      );
    case "pages":
      return pageTests();
    default:
      throw new Error(
        `There is no suite "${name}". Choose unit, pages, cluster or e2e, or none for everything.`,
      );
  }
}

function clusterTests(env: Env): Promise<Tally> {
  return stage("Cluster tests", () => runVitest("cluster", { env, args }));
}

/** The tests of pages and those that need pods, side by side. */
function browserTests(env: Env): Promise<Tally> {
  const projects = ["--project=pages", "--project=cluster"];
  return stage("Browser tests", () => runPlaywright("browser", { env, args: projects }));
}

function chosenBrowserTests(env: Env): Promise<Tally> {
  return stage("Browser tests", () => runPlaywright("browser", { env, args }));
}

/** The browser tests that need no cluster. */
async function pageTests(): Promise<Tally[]> {
  const ready = [await buildStage(), await check("Chromium", ensureChromium)];
  if (sum(ready).failed > 0) return [...ready, oneFailed];
  const options = { args: ["--project=pages", ...args] };
  return [...ready, await stage("Page tests", () => runPlaywright("pages", options))];
}

async function only(tally: Promise<Tally>): Promise<Tally[]> {
  return [await tally];
}
