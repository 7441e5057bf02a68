import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { startFakeNodes, stopFakeNodes } from "@/cluster/kwok";
import { request } from "@/tests/support/api-client";
import { type Follower, followEvents } from "@/tests/support/follow-events";
import { startApp, type TestApp } from "@/tests/support/start-app";
import { buildApp } from "../app/build-app";
import { prepare } from "../app/prepare";
import { exclusively } from "../shell/exclusively";
import { runScript } from "../shell/run-script";
import { print, step } from "../shell/steps";
import { writeInstallation } from "../testing/write-installation";
import { placeOnFakeNodes, stopPlacing } from "./fake-placement";
import { startFakeShop } from "./fake-shop";
import { formatTable, median, percentile } from "./statistics";
import { memoryAtRest, watchMemory } from "./watch-memory";

const fakeNodes = 4;
const patienceMs = 15 * 60_000;

interface Outcome {
  /** Duration of each POST in milliseconds. */
  posts: number[];
  /** Time from the first POST until the last store was ready. */
  seconds: number;
  peakMegabytes: number;
  goneSeconds: number;
}

await runScript(() => exclusively(benchBurst));

async function benchBurst(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      stores: { type: "string", default: "100" },
      clients: { type: "string", default: "10" },
      /** Stores that are processed at the same time; by default the app's own setting. */
      concurrency: { type: "string" },
    },
  });
  const count = Number(options.stores);
  const clients = Number(options.clients);
  for (const [name, value] of Object.entries({ stores: count, clients })) {
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} has to be a whole number of at least 1.`);
  }
  // Only the local cluster has fake nodes.
  process.env.CLUSTER = "local";
  const [prepared] = await Promise.all([prepare(), buildApp()]);
  Object.assign(process.env, writeInstallation(prepared));
  const prefix = `burst-${randomBytes(3).toString("hex")}-`;
  const names = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const shop = await startFakeShop();
  try {
    await startFakeNodes(fakeNodes);
    await placeOnFakeNodes(prepared.env, prefix);
    const app = await startApp({
      env: {
        INGRESS_ORIGIN: shop.origin,
        MAX_STORES: String(count),
        // Its pods run on fake nodes, which no other pod uses.
        CAPACITY_CHECK: "false",
        WORKER_CONCURRENCY: options.concurrency ?? "",
        CREATE_DEADLINE_MS: String(patienceMs),
      },
    });
    try {
      // The first request loads code, which is not part of the burst.
      await request(app, "GET", "/api/stores");
      const rest = await step("Measure the app at rest", () => memoryAtRest(app.pid()));
      report(names.length, clients, rest, await burst(app, names, clients));
    } finally {
      await app.close();
    }
  } finally {
    shop.close();
    await stopPlacing(prepared.env);
    await stopFakeNodes();
  }
}

async function burst(app: TestApp, names: string[], clients: number): Promise<Outcome> {
  const events = await followEvents(app);
  const memory = watchMemory(app.pid());
  try {
    const begun = performance.now();
    const posts = await step(`Create ${names.length} stores`, () => postAll(app, names, clients));
    await step("Wait until the last store is ready", () =>
      Promise.all(names.map((name) => untilEnded(events, name, "ready"))),
    );
    const seconds = (performance.now() - begun) / 1000;
    const deleting = performance.now();
    await step("Delete the stores", async () => {
      await Promise.all(names.map((name) => request(app, "DELETE", `/api/stores/${name}`)));
      await Promise.all(names.map((name) => untilEnded(events, name, "gone")));
    });
    const goneSeconds = (performance.now() - deleting) / 1000;
    return { posts, seconds, peakMegabytes: memory.stop(), goneSeconds };
  } finally {
    memory.stop();
    events.close();
  }
}

/** Sends the POSTs with several concurrent clients. Each sends its next one when it has the response. */
async function postAll(app: TestApp, names: string[], clients: number): Promise<number[]> {
  const left = [...names];
  const posts: number[] = [];
  const client = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) posts.push(await post(app, name));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return posts;
}

async function post(app: TestApp, name: string): Promise<number> {
  const begun = performance.now();
  const answer = await request(app, "POST", "/api/stores", { name, type: "wordpress" });
  if (answer.status !== 202) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return performance.now() - begun;
}

async function untilEnded(events: Follower, name: string, end: "ready" | "gone"): Promise<void> {
  const event = await events.until(
    `${name} to be ${end}`,
    ({ storeName, detail }) =>
      storeName === name &&
      (end === "gone"
        ? detail.kind === "store.forgotten"
        : detail.kind === "store.phase" && ["ready", "failed"].includes(detail.phase)),
    patienceMs,
  );
  if (event.detail.kind === "store.phase" && event.detail.phase === "failed") {
    throw new Error(`${name} failed: ${event.message}`);
  }
}

function report(count: number, clients: number, rest: number, outcome: Outcome): void {
  const { posts, seconds, peakMegabytes, goneSeconds } = outcome;
  print("");
  console.log(
    formatTable([
      [`${count} stores by ${clients} clients, pods faked ready`, ""],
      ["stores per minute", ((count / seconds) * 60).toFixed(0)],
      ["until the last was ready", `${seconds.toFixed(1)} s`],
      ["POST, median", `${median(posts).toFixed(1)} ms`],
      ["POST, p95", `${percentile(posts, 0.95).toFixed(1)} ms`],
      ["app's memory at rest", `${rest.toFixed(0)} MB`],
      ["app's memory at its peak", `${peakMegabytes.toFixed(0)} MB`],
      ["until all were deleted", `${goneSeconds.toFixed(1)} s`],
    ]),
  );
}
