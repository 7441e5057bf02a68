import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { buildApp } from "../app/build-app";
import { runScript } from "../shell/run-script";
import { print, step } from "../shell/steps";
import { processorMs } from "./processor-time";
import { formatTable, median, percentile } from "./statistics";
import { memoryAtRest } from "./watch-memory";

const promised = { reachMs: 250, kilobytesAStream: 60 };

/** A stream as a browser opens it. Reads only the ids of its events. */
interface Reader {
  /** Arrival time of each event, by its store's name. */
  heard: Map<string, number>;
  close(): void;
}

await runScript(benchEvents);

/** Measures how fast an event reaches all open streams, and the memory of each stream. */
async function benchEvents(): Promise<void> {
  const { values: options } = parseArgs({
    options: { streams: { type: "string", default: "1000" }, events: { type: "string", default: "30" } },
  });
  const streams = Number(options.streams);
  const events = Number(options.events);
  for (const [name, value] of Object.entries({ streams, events })) {
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} has to be a whole number of at least 1.`);
  }
  await buildApp();
  const app = await startAppAlone();
  try {
    // The first streams load code, which belongs to no stream.
    const first = await Promise.all(Array.from({ length: 20 }, () => listen(app)));
    await create(app, "warm-up");
    await untilHeard(first, "warm-up");
    const rest = await step("Measure the app at rest", () => memoryAtRest(app.pid));
    const readers = await step(`Open ${streams} streams`, () => openAll(app, streams));
    const open = await step("Measure the app with open streams", () => memoryAtRest(app.pid));
    const before = processorMs(app.pid);
    const reached = await step(`Send ${events} events`, () => tellAll(app, readers, events));
    const cpuMs = (processorMs(app.pid) - before) / events;
    for (const reader of [...first, ...readers]) reader.close();
    report(streams, { reached, cpuMs, restMegabytes: rest, kilobytes: ((open - rest) * 1024) / streams });
  } finally {
    await app.close();
  }
}

function listen(app: LoneApp): Promise<Reader> {
  const heard = new Map<string, number>();
  return new Promise((resolve, reject) => {
    const request = get(
      `${app.origin}/api/events`,
      { agent: false, headers: { authorization: `Bearer ${app.token}` } },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`/api/events: ${response.statusCode}`));
        response.setEncoding("utf8");
        response.on("data", (text: string) => {
          const now = performance.now();
          for (const [, name = ""] of text.matchAll(/"storeName":"([^"]+)"/g)) {
            if (!heard.has(name)) heard.set(name, now);
          }
        });
        // The benchmark closes the streams at its end.
        response.on("error", () => {});
        resolve({ heard, close: () => request.destroy() });
      },
    );
    request.on("error", reject);
  });
}

/** Opens the streams in groups, as browsers do after a restart. */
async function openAll(app: LoneApp, count: number): Promise<Reader[]> {
  const readers: Reader[] = [];
  while (readers.length < count) {
    const some = Math.min(50, count - readers.length);
    readers.push(...(await Promise.all(Array.from({ length: some }, () => listen(app)))));
  }
  return readers;
}

/** Milliseconds from the request that caused an event until its arrival, for every stream and event. */
async function tellAll(app: LoneApp, readers: Reader[], events: number): Promise<number[]> {
  const reached: number[] = [];
  for (let index = 0; index < events; index++) {
    const name = `event-${index}`;
    const asked = performance.now();
    await create(app, name);
    await untilHeard(readers, name);
    reached.push(...readers.map(({ heard }) => (heard.get(name) ?? Number.NaN) - asked));
    await delay(200);
  }
  return reached;
}

async function create(app: LoneApp, name: string): Promise<void> {
  const answer = await fetch(`${app.origin}/api/stores`, {
    method: "POST",
    headers: { authorization: `Bearer ${app.token}`, "content-type": "application/json" },
    body: JSON.stringify({ name, type: "wordpress" }),
  });
  if (answer.status !== 202) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function untilHeard(readers: Reader[], name: string): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  while (!readers.every(({ heard }) => heard.has(name))) {
    if (performance.now() > giveUpAt) throw new Error(`${name} did not reach all streams within 30 s.`);
    await delay(5);
  }
}

interface Outcome {
  reached: number[];
  /** The app's CPU time for one event, to distinguish a slow app from a busy host. */
  cpuMs: number;
  restMegabytes: number;
  kilobytes: number;
}

function report(streams: number, { reached, cpuMs, restMegabytes, kilobytes }: Outcome): void {
  const p99 = percentile(reached, 0.99);
  print(
    `\n${formatTable([
      [`${streams} streams`, "measured", "promised"],
      ["delivery of an event, median", `${median(reached).toFixed(0)} ms`, ""],
      ["p99", `${p99.toFixed(0)} ms`, `${promised.reachMs} ms`],
      ["maximum", `${Math.max(...reached).toFixed(0)} ms`, ""],
      ["CPU time per event", `${cpuMs.toFixed(0)} ms`, ""],
      ["memory at rest", `${restMegabytes.toFixed(0)} MB`, ""],
      ["memory per stream", `${kilobytes.toFixed(0)} kB`, `${promised.kilobytesAStream} kB`],
    ])}`,
  );
  if (p99 > promised.reachMs || kilobytes > promised.kilobytesAStream) process.exitCode = 1;
}
