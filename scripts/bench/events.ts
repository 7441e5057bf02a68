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

/** A stream as a browser holds it: what comes is looked at for its event's id, and no more. */
interface Reader {
  /** When each event came, by its store's name. */
  heard: Map<string, number>;
  close(): void;
}

await runScript(benchEvents);

/** How fast an event reaches everybody who listens, and what each of them costs the app. */
async function benchEvents(): Promise<void> {
  const { values: options } = parseArgs({
    options: { streams: { type: "string", default: "1000" }, events: { type: "string", default: "30" } },
  });
  const streams = Number(options.streams);
  const events = Number(options.events);
  for (const [name, value] of Object.entries({ streams, events })) {
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1 on.`);
  }
  await buildApp();
  const app = await startAppAlone();
  try {
    // What the first ones load belongs to no stream.
    const first = await Promise.all(Array.from({ length: 20 }, () => listen(app)));
    await create(app, "warm-up");
    await untilHeard(first, "warm-up");
    const rest = await step("Measure the app at rest", () => memoryAtRest(app.pid));
    const readers = await step(`Open ${streams} streams`, () => openAll(app, streams));
    const open = await step("Measure it with them", () => memoryAtRest(app.pid));
    const before = processorMs(app.pid);
    const reached = await step(`Tell them of ${events} events`, () => tellAll(app, readers, events));
    const cpuMs = (processorMs(app.pid) - before) / events;
    for (const reader of [...first, ...readers]) reader.close();
    report(streams, { reached, cpuMs, kilobytes: ((open - rest) * 1024) / streams });
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
        // A cut at the end is ours.
        response.on("error", () => {});
        resolve({ heard, close: () => request.destroy() });
      },
    );
    request.on("error", reject);
  });
}

/** Some at a time, as they come in real life after a restart. */
async function openAll(app: LoneApp, count: number): Promise<Reader[]> {
  const readers: Reader[] = [];
  while (readers.length < count) {
    const some = Math.min(50, count - readers.length);
    readers.push(...(await Promise.all(Array.from({ length: some }, () => listen(app)))));
  }
  return readers;
}

/** Milliseconds from the request that made an event until it came, of every stream and event. */
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
    if (performance.now() > giveUpAt) throw new Error(`${name} did not reach everybody within 30 s.`);
    await delay(5);
  }
}

interface Outcome {
  reached: number[];
  /** The app's own work for one event: it tells whether a busy machine is to blame. */
  cpuMs: number;
  kilobytes: number;
}

function report(streams: number, { reached, cpuMs, kilobytes }: Outcome): void {
  const p99 = percentile(reached, 0.99);
  print(
    `\n${formatTable([
      [`${streams} streams`, "measured", "promised"],
      ["an event reaches one, median", `${median(reached).toFixed(0)} ms`, ""],
      ["p99", `${p99.toFixed(0)} ms`, `${promised.reachMs} ms`],
      ["the last of all", `${Math.max(...reached).toFixed(0)} ms`, ""],
      ["the app's CPU time an event", `${cpuMs.toFixed(0)} ms`, ""],
      ["memory a stream", `${kilobytes.toFixed(0)} kB`, `${promised.kilobytesAStream} kB`],
    ])}`,
  );
  if (p99 > promised.reachMs || kilobytes > promised.kilobytesAStream) process.exitCode = 1;
}
