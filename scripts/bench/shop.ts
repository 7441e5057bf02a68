import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { readSettings } from "@/lib/env";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "@/tests/support/api-client";
import { type Follower, followEvents } from "@/tests/support/follow-events";
import { SlowClients } from "@/tests/support/slow-clients";
import { startApp, type TestApp } from "@/tests/support/start-app";
import { createStore, deleteStore, untilForgotten, untilPhase } from "@/tests/support/stores";
import { visitShop } from "@/tests/support/visit-shop";
import { buildApp } from "../app/build-app";
import { prepare } from "../app/prepare";
import { exclusively } from "../shell/exclusively";
import { runScript } from "../shell/run-script";
import { print, step } from "../shell/steps";
import { writeInstallation } from "../testing/write-installation";
import { type LoadTarget, loadPage } from "./load";
import { formatTable, median } from "./statistics";

/** For each type of store: its page with products, and the list of products or posts in its admin pages. */
const pagesOf: Record<string, { page: string; admin: string | null }> = {
  woocommerce: { page: "/shop/", admin: "/wp-admin/edit.php?post_type=product" },
  wordpress: { page: "/", admin: "/wp-admin/edit.php" },
  medusa: { page: "/", admin: null },
};
/** A cookie that no page cache may answer: the application makes the page. */
const uncached = { cookie: "member=1" };
const seconds = 10;

type Figures = Record<string, string>;

/** What the API answers about a store's usage, as far as it is read here. */
interface Usage {
  measuredAt: string | null;
  memory: { used: number | null } | null;
}

await runScript(() => exclusively(benchShop));

/**
 * Measures the pages of one shop. `--baseline WORDPRESS_IMAGE=…,MARIADB_IMAGE=…` measures a shop of those images first, in
 * the same run.
 */
async function benchShop(): Promise<void> {
  const { values: options } = parseArgs({
    options: { type: { type: "string", default: "wordpress" }, baseline: { type: "string" } },
  });
  const pages = pagesOf[options.type];
  if (!pages) throw new Error(`--type is one of: ${Object.keys(pagesOf).join(", ")}.`);
  const [prepared] = await Promise.all([prepare(), buildApp()]);
  const installation = writeInstallation(prepared);
  Object.assign(process.env, installation);
  const sides: [string, Record<string, string>][] = [["now", {}]];
  if (options.baseline !== undefined) {
    const images = options.baseline.split(",").map((pair) => pair.split("=", 2) as [string, string]);
    sides.unshift(["baseline", Object.fromEntries(images)]);
  }
  const measured: Figures[] = [];
  for (const [side, env] of sides) {
    const app = await startApp({ env });
    const events = await followEvents(app);
    try {
      measured.push(await step(`A shop of ${side}`, () => measureShop(app, events, options.type, pages)));
    } finally {
      events.close();
      await app.close();
    }
  }
  const rows = Object.keys(measured.at(-1) ?? {}).map((name) => [
    name,
    ...measured.map((figures) => figures[name] ?? "-"),
  ]);
  print(`\n${formatTable([[`a store of type ${options.type}`, ...sides.map(([side]) => side)], ...rows])}`);

  async function measureShop(
    app: TestApp,
    events: Follower,
    type: string,
    { page, admin }: { page: string; admin: string | null },
  ): Promise<Figures> {
    const name = `bench-${randomBytes(3).toString("hex")}`;
    const posted = Date.now();
    await createStore(app, name, { type });
    const ready = await untilPhase(events, name, "ready");
    const { body: store } = await request<{ url: string }>(app, "GET", `/api/stores/${name}`);
    const origin = readSettings(prepared.env).ingressOrigin;
    const target: LoadTarget = { origin, host: new URL(store.url).host };
    const figures: Figures = { "POST to ready": `${((ready.at.getTime() - posted) / 1_000).toFixed(1)} s` };
    const load = (clients: number, headers = {}) => loadPage(target, page, { clients, seconds, headers });
    try {
      await load(1);
      const kept = await load(8);
      figures[`${page}, anonymous, 8 clients`] = `${kept.perSecond.toFixed(0)}/s`;
      figures["  p95"] = `${kept.p95Ms.toFixed(1)} ms`;
      const made = await load(8, uncached);
      figures[`${page}, uncached, 8 clients`] = `${made.perSecond.toFixed(1)}/s`;
      figures["  p95 "] = `${made.p95Ms.toFixed(0)} ms`;
      const alone = await load(1, uncached);
      figures[`${page}, uncached, 1 client, median`] = `${alone.medianMs.toFixed(0)} ms`;
      if (admin !== null) {
        const cookie = await signIn(app, name);
        const list = await loadPage(target, admin, { clients: 1, seconds, headers: { cookie } });
        figures["list in wp-admin, median"] = `${list.medianMs.toFixed(0)} ms`;
      }
      const slow = new SlowClients();
      await slow.open(50, `GET / HTTP/1.1\r\nHost: ${target.host}\r\n`, "X-Slow: 1\r\n");
      const beside = await load(1, uncached).finally(() => slow.close());
      figures["beside 50 slow clients, uncached, median"] =
        beside.failed > 0 ? `${beside.failed} failed` : `${beside.medianMs.toFixed(0)} ms`;
      figures["memory of all pods"] = await readMemory(app, name);
      return figures;
    } finally {
      await deleteStore(app, name);
      await untilForgotten(events, name);
    }
  }
}

/** The cookies of the owner, signed in to the admin pages. */
async function signIn(app: TestApp, name: string): Promise<string> {
  const { body } = await request<OpenedAdmin>(app, "POST", `/api/stores/${name}/admin-session`);
  const entered = await visitShop(body.url, { form: body.fields });
  return (entered.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
}

/** The median of three measurements of the kubelet, which measures every 10 seconds or so. */
async function readMemory(app: TestApp, name: string): Promise<string> {
  const bytes: number[] = [];
  const seen = new Set<string | null>();
  while (bytes.length < 3) {
    const { body } = await request<Usage>(app, "GET", `/api/stores/${name}/usage`);
    const used = body.memory?.used ?? null;
    if (seen.has(body.measuredAt) || used === null) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      continue;
    }
    seen.add(body.measuredAt);
    bytes.push(used);
  }
  return `${(median(bytes) / 2 ** 20).toFixed(0)} MiB`;
}
