import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { openDatabase } from "@/lib/db/connect";
import { plans } from "@/lib/db/schema";
import { findFirstAdmin } from "@/lib/services/accounts/ensure-first-admin";
import { createToken } from "@/lib/services/accounts/tokens";
import { findFreePort, spawnApp } from "@/scripts/app/app-process";
import { projectRoot } from "@/scripts/shell/state";
import { adminEmail, adminPassword } from "./start-app";

export interface LoneApp {
  origin: string;
  /** An API token of the first admin. */
  token: string;
  databaseFile: string;
  pid: number;
  close(): Promise<void>;
}

/** Nothing listens there: every connection is refused immediately. */
const nowhere = "https://127.0.0.1:9";

/**
 * The built app with its own database and a cluster that never answers: its worker does nothing, and the database does
 * not change. For measurements of pages and streams.
 */
export async function startAppAlone(): Promise<LoneApp> {
  const state = mkdtempSync(join(tmpdir(), "storeyard-alone-"));
  const databaseFile = join(state, "storeyard.db");
  const kubeconfig = join(state, "kubeconfig");
  writeFileSync(kubeconfig, kubeconfigOf(nowhere));
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const logs = join(projectRoot, "test-results/apps");
  mkdirSync(logs, { recursive: true });
  const app = spawnApp({
    mode: "start",
    port,
    host: "127.0.0.1",
    logFile: join(logs, `${port}.log`),
    env: {
      STOREYARD_STATE: state,
      DATABASE_FILE: databaseFile,
      KUBECONFIG: kubeconfig,
      KUBE_CONTEXT: "nowhere",
      WORDPRESS_IMAGE: "localhost/none:0",
      MARIADB_IMAGE: "localhost/none:0",
      WOOCOMMERCE_AVAILABLE: "true",
      NEXTAUTH_SECRET: "a secret of nobody for an app that is alone",
      NEXTAUTH_URL: origin,
      ADMIN_EMAIL: adminEmail,
      ADMIN_PASSWORD: adminPassword,
      MAX_STORES: "100000",
      RATE_LIMIT_PER_MINUTE: "1000000",
      RATE_LIMIT_CREATES_PER_MINUTE: "1000000",
      RATE_LIMIT_SIGN_INS_PER_QUARTER_HOUR: "1000000",
    },
  });
  process.once("exit", () => app.kill("SIGKILL"));
  await untilAlive(origin);
  return {
    origin,
    token: prepare(databaseFile),
    databaseFile,
    pid: app.pid as number,
    async close() {
      const ended = new Promise((resolve) => app.once("exit", resolve));
      app.kill("SIGTERM");
      await ended;
      rmSync(state, { recursive: true, force: true });
    },
  };
}

async function untilAlive(origin: string): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (Date.now() < giveUpAt) {
    const alive = await fetch(`${origin}/api/sign-in-options`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (alive) return;
    await delay(100);
  }
  throw new Error(`The app at ${origin} did not answer within a minute.`);
}

/** Removes the plans' caps, and creates a token for the admin. */
function prepare(databaseFile: string): string {
  const db = openDatabase(databaseFile);
  try {
    db.update(plans).set({ storesPerUser: 100_000 }).run();
    const admin = findFirstAdmin(db);
    if (admin === undefined) throw new Error("The app answers and has no admin.");
    return createToken({ db }, admin.id, { name: "tests", scope: "admin" }).token;
  } finally {
    db.$client.close();
  }
}

function kubeconfigOf(server: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "nowhere",
    clusters: [{ name: "nowhere", cluster: { server } }],
    users: [{ name: "nobody", user: { token: "none" } }],
    contexts: [{ name: "nowhere", context: { cluster: "nowhere", user: "nobody" } }],
  });
}
