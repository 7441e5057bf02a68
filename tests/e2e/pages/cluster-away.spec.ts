import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Problem } from "@/lib/http/resources/problem-resource";
import { request } from "@/tests/support/api-client";
import { startCuttableProxy } from "@/tests/support/cuttable-proxy";
import { writeFakeKubeconfig } from "@/tests/support/fake-api-server/start-fake-api";
import { followEvents } from "@/tests/support/follow-events";
import { startApp } from "@/tests/support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "@/tests/support/stores";
import { test } from "../support/pages-fixture";
import { signIn } from "../support/signed-in-fixture";
import { untilLive, visit, visitAgain } from "../support/visit";

const patient = { timeout: 60_000 };
/** The card of that title, which may have a badge behind it. */
const card = (page: Page, title: string): Locator =>
  page.getByRole("region", { name: new RegExp(`^${title}`) });
const asLastSeen = "Last known state: the cluster is unreachable";
/** The node's own words for a connection that is refused or cut follow in brackets. */
const doesNotAnswer = /^The cluster does not answer/;

test("a cluster that does not answer is reported in place, and shown again when it does", async ({
  app: shared,
  browser,
  look,
}) => {
  const cluster = await startCuttableProxy({ host: "127.0.0.1", port: shared.apiPort });
  const KUBECONFIG = writeFakeKubeconfig(cluster.port);
  const app = await startApp({ installation: { ...shared.installation, KUBECONFIG } });
  const context = await browser.newContext({ baseURL: app.origin });
  const page = await context.newPage();
  const events = await followEvents(app);
  const name = freshName("away");
  try {
    await createStore(app, name, { type: "wordpress", title: "The Far Shop" });
    await untilPhase(events, name, "ready");
    await signIn(page);
    await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();

    await test.step("the Kubernetes tab keeps the last known state and marks it", async () => {
      await visit(page, `/stores/${name}/kubernetes`);
      await expect(card(page, "Helm release").getByText("deployed", { exact: true })).toBeVisible();
      await expect(card(page, "Objects").getByText(asLastSeen)).toHaveCount(0);
      cluster.cut();
      await expect(card(page, "Objects").getByText(asLastSeen)).toBeVisible(patient);
      await expect(card(page, "Objects").getByText("StatefulSet", { exact: true })).toBeVisible();
      await expect(card(page, "Helm release").getByText("deployed", { exact: true })).toBeVisible();
    });

    await test.step("a message says that the release can't be read", async () => {
      await visitAgain(page);
      await expect(card(page, "Helm release").getByText(doesNotAnswer)).toBeVisible();
      await look(page, "cluster-away-kubernetes");
    });

    await test.step("usage is shown as unavailable, not as zero", async () => {
      await visit(page, `/stores/${name}`);
      const health = card(page, "Health");
      await expect(health.getByText(asLastSeen)).toBeVisible();
      await expect(health.getByText(/^Usage is not known while the cluster does not answer/)).toBeVisible();
      await look(page, "cluster-away-store");
    });

    await test.step("the log shows that it waits", async () => {
      await visit(page, `/stores/${name}/logs`);
      const logs = card(page, "Logs");
      await expect(logs.getByText("The log continues when it is reachable again.")).toBeVisible();
      await expect(logs.getByText(/log is empty/)).toHaveCount(0);
    });

    await test.step("the log continues", async () => {
      cluster.restore();
      const logs = card(page, "Logs");
      await expect(logs.getByText(/set-up done/i).first()).toBeVisible(patient);
      await expect(logs.getByText("The log continues when it is reachable again.")).toHaveCount(0);
    });

    await test.step("the cluster page shows the last known state, the cause and the time", async () => {
      await visit(page, "/cluster");
      await expect(card(page, "Nodes")).toBeVisible();
      const told = page.getByRole("main").getByText(doesNotAnswer);
      await expect(told).toHaveCount(0);
      cluster.cut();
      await expect(told).toBeVisible(patient);
      await visitAgain(page);
      await expect(page.getByRole("heading", { name: "Cluster", exact: true })).toBeVisible();
      await expect(told).toBeVisible();
      await expect(page.getByRole("main").getByText(/^Since: /)).toBeVisible();
      await expect(page.getByRole("main").getByText(/^Last updated/)).toBeVisible();
      await expect(card(page, "Nodes").getByText(/^v1\./).first()).toBeVisible();
      await expect(card(page, "Connection").getByText("Reconnecting")).toBeVisible();
      await look(page, "cluster-away");
    });

    await test.step("the API answers 503", async () => {
      const { status, body } = await request<Problem>(app, "GET", "/api/cluster");
      expect(status).toBe(503);
      expect(body).toMatchObject({ code: "unavailable", detail: expect.stringMatching(doesNotAnswer) });
    });

    await test.step("the page recovers without a reload", async () => {
      let loads = 0;
      page.on("load", () => loads++);
      await untilLive(page);
      cluster.restore();
      await expect(card(page, "Connection").getByText("Connected")).toBeVisible(patient);
      await expect(page.getByRole("main").getByText(doesNotAnswer)).toHaveCount(0);
      expect(loads).toBe(0);
    });
  } finally {
    cluster.restore();
    await context.close();
    await deleteStore(app, name);
    await untilForgotten(events, name);
    events.close();
    await app.close();
    await cluster.close();
  }
});
