import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { startProcess, stopProcess } from "@/cluster/local-cluster";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { readTestInstallation } from "../support/test-installation";
import { useFollowedApp } from "../support/use-followed-app";

const outageMs = 20_000;
const followed = useFollowedApp();

// Only the local cluster's API server is ours to stop.
it.runIf(readTestInstallation().clusterKind === "local")(
  "a create continues after the API server did not answer for 20 s",
  async () => {
    const name = freshName("outage");
    await createStore(followed.app, name);
    await followed.events.until(
      "the chart to be applied",
      ({ storeName, detail }) =>
        storeName === name && detail.kind === "step.started" && detail.step === "chart",
    );
    const stopped = performance.now();
    await stopProcess("kube-apiserver");

    const other = freshName("during");
    try {
      const meanwhile = await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`);
      expect(meanwhile).toMatchObject({ status: 200, body: { phase: "creating" } });
      expect((await fetch(`${followed.app.origin}/healthz`)).status).toBe(200);
      await createStore(followed.app, other);
      // The outage itself is what takes this long.
      await delay(outageMs - (performance.now() - stopped));
    } finally {
      await startProcess("kube-apiserver");
    }
    // The kubelet and kube-proxy try to connect again with growing pauses.
    await Promise.all([name, other].map((each) => untilPhase(followed.events, each, "ready", 180_000)));
    expect(followed.events.seen.filter(({ detail }) => detail.kind === "operation.failed")).toEqual([]);

    await Promise.all([name, other].map((each) => deleteStore(followed.app, each)));
    await Promise.all([name, other].map((each) => untilForgotten(followed.events, each)));
  },
);
