import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "undici";
import { findFreePort, spawnApp, waitUntilReady } from "../app/app-process";
import { buildApp } from "../app/build-app";
import { runScript } from "../shell/run-script";
import { projectRoot } from "../shell/state";
import { print, step } from "../shell/steps";
import { PageWalk } from "./page-walk";
import { seedStores } from "./seed-stores";
import { formatTable, median, percentile } from "./statistics";

const warmUp = 300;

await runScript(benchApi);

/**
 * Measures the list of many stores in the production app: reads page after page, one request at a time. The app has no
 * cluster, because it would look for a thousand shops that do not exist.
 */
async function benchApi(): Promise<void> {
  const { values: options } = parseArgs({
    options: { stores: { type: "string", default: "1000" }, reads: { type: "string", default: "1000" } },
  });
  const stores = Number(options.stores);
  const reads = Number(options.reads);
  for (const [name, value] of Object.entries({ stores, reads })) {
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} has to be a whole number of at least 1.`);
  }
  await buildApp();
  const state = mkdtempSync(join(tmpdir(), "storeyard-bench-"));
  const databaseFile = join(state, "storeyard.db");
  const token = await step(`Insert ${stores} stores`, () => seedStores(databaseFile, stores));
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const logs = join(projectRoot, "test-results/apps");
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${port}.log`);
  const app = spawnApp({ mode: "start", port, host: "127.0.0.1", env: environment(state, origin), logFile });
  const client = new Client(origin);
  try {
    await waitUntilReady(app, origin, { timeoutMs: 30_000, logFile, path: "/healthz" });
    const headers = { authorization: `Bearer ${token}` };
    const rows = [["read", "median", "p95", "requests/s", "kB"]];
    const measure = async (name: string, path: () => string, onBody: (body: string) => void = () => {}) => {
      const outcome = await step(`Read ${name} ${reads} times`, () =>
        read(client, path, headers, reads, onBody),
      );
      rows.push([name, ...outcome]);
    };
    await measure("/healthz", () => "/healthz");
    for (const size of [50, 100]) {
      const pages = new PageWalk(size);
      await measure(
        `list, ${size} a page`,
        () => pages.next(),
        (body) => pages.turn(body),
      );
    }
    await measure("one store", () => "/api/stores/store-0");
    print("");
    console.log(formatTable(rows));
  } finally {
    await client.close();
    const ended = new Promise((resolve) => app.once("exit", resolve));
    app.kill("SIGTERM");
    await ended;
    rmSync(state, { recursive: true, force: true });
  }
}

async function read(
  client: Client,
  path: () => string,
  headers: Record<string, string>,
  count: number,
  onBody: (body: string) => void,
): Promise<string[]> {
  const times: number[] = [];
  let bytes = 0;
  for (let n = 0; n < warmUp + count; n += 1) {
    const begun = performance.now();
    const response = await client.request({ method: "GET", path: path(), headers });
    const body = await response.body.text();
    const ms = performance.now() - begun;
    if (response.statusCode !== 200) throw new Error(`${path()} answered ${response.statusCode}: ${body}`);
    onBody(body);
    if (n < warmUp) continue;
    times.push(ms);
    bytes += body.length;
  }
  const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1_000;
  return [
    `${median(times).toFixed(2)} ms`,
    `${percentile(times, 0.95).toFixed(2)} ms`,
    (times.length / seconds).toFixed(0),
    (bytes / times.length / 1_024).toFixed(1),
  ];
}

function environment(state: string, origin: string): Record<string, string> {
  const kubeconfig = join(state, "kubeconfig");
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": "nowhere",
      clusters: [{ name: "nowhere", cluster: { server: "http://127.0.0.1:9" } }],
      users: [{ name: "nobody", user: {} }],
      contexts: [{ name: "nowhere", context: { cluster: "nowhere", user: "nobody" } }],
    }),
  );
  return {
    STOREYARD_STATE: state,
    DATABASE_FILE: join(state, "storeyard.db"),
    KUBECONFIG: kubeconfig,
    KUBE_CONTEXT: "",
    ADMIN_EMAIL: "admin@example.com",
    ADMIN_PASSWORD: "a password for the bench",
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: "a-secret-of-thirty-two-characters-for-the-bench",
    RATE_LIMIT_PER_MINUTE: "1000000",
  };
}
