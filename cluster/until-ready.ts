import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { wantedPorts } from "./ports";
import type { ProcessName } from "./process-table";
import { findProcess, lastLogLines } from "./processes";
import type { ClusterSettings } from "./settings";

const patienceMs = 120_000;

/** Waits until all ports of a process accept connections. */
export async function untilListening(settings: ClusterSettings, name: ProcessName): Promise<void> {
  for (const wanted of wantedPorts(settings)) {
    if (wanted.process !== name || wanted.protocol !== "tcp") continue;
    await untilReady(settings, name, () => answers(wanted.address, wanted.port));
  }
}

/** Waits until the condition holds. Throws with the end of the process's log when it dies or takes too long. */
export async function untilReady(
  settings: ClusterSettings,
  name: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    assertRuns(settings, name);
    if (Date.now() > deadline) throw new Error(`${name} is not ready.\n${lastLogLines(settings.dir, name)}`);
    await delay(100);
  }
}

/** Throws with the end of the process's log when it is not running. */
export function assertRuns(settings: ClusterSettings, name: string): void {
  if (findProcess(settings.dir, name)) return;
  throw new Error(`${name} has ended. The end of its log:\n${lastLogLines(settings.dir, name)}`);
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
