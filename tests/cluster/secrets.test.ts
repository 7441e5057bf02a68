import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { request } from "@/tests/support/api-client";
import { type Follower, followEvents } from "@/tests/support/follow-events";
import { adminPassword, startApp, type TestApp } from "@/tests/support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "@/tests/support/stores";
import { readTestInstallation } from "@/tests/support/test-installation";

let app: TestApp;
let events: Follower;
const name = freshName("secret");

/** Helm is over in 80 ms, which looking at the process list may miss: so it writes down what it is called with. */
const helmCalls = join(mkdtempSync(join(tmpdir(), "helm-calls-")), "calls");

function recordedHelm(): string {
  const script = `${helmCalls}.sh`;
  writeFileSync(
    script,
    `#!/bin/sh\nprintf '%s ' "$@" >>'${helmCalls}'\nexec '${readTestInstallation().env.HELM}' "$@"\n`,
    { mode: 0o755 },
  );
  return script;
}

beforeAll(async () => {
  app = await startApp({ env: { HELM: recordedHelm() } });
  events = await followEvents(app);
});
afterAll(async () => {
  await deleteStore(app, name);
  await untilForgotten(events, name);
  events.close();
  await app.close();
});

/** The arguments of every process of the machine, as anybody on it can read them. */
function processList(): string {
  const pids = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  return pids.map((pid) => readArguments(pid)).join("\n");
}

function readArguments(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    // It has ended since.
    return "";
  }
}

it.runIf(process.platform === "linux")(
  "a create leaves no secret in the process list, the log, the events or the database",
  async () => {
    const seen = new Set<string>();
    const sampling = setInterval(() => {
      for (const line of processList().split("\n")) seen.add(line);
    }, 20);
    try {
      await createStore(app, name);
      await untilPhase(events, name, "ready");
    } finally {
      clearInterval(sampling);
    }
    const { body } = await request<{ password: string }>(app, "POST", `/api/stores/${name}/admin-password`);
    const secrets = {
      "the shop's admin password": body.password,
      "the API token": app.token,
      "the admin's password": adminPassword,
    };
    const places = {
      "the process list": [...seen].join("\n"),
      "what Helm is called with": readFileSync(helmCalls, "utf8"),
      "the log": readFileSync(app.logFile, "utf8"),
      "the events": JSON.stringify(events.seen),
      "the database": [app.databaseFile, `${app.databaseFile}-wal`]
        .map((file) => readFileSync(file, "latin1"))
        .join(""),
    };
    // That the places were really looked at.
    expect(places["the process list"]).toContain(".next/server.mjs");
    expect(places["what Helm is called with"]).toContain("template");
    expect(places["the log"]).toContain("Operation started");
    const found = Object.entries(secrets).flatMap(([secret, value]) => {
      expect(value.length, secret).toBeGreaterThan(8);
      return Object.entries(places)
        .filter(([, text]) => text.includes(value))
        .map(([place]) => `${secret} is in ${place}`);
    });
    expect(found).toEqual([]);
  },
);
