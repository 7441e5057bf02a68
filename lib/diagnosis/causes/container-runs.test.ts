import { describe, expect, it } from "vitest";
import { brief, loseReadiness, podOf, readSnapshot } from "@/tests/support/recorded-situation";
import { crashedContainers, explainNotReady } from "../explain-not-ready";

const causesOf = (snapshot: ReturnType<typeof readSnapshot>) => explainNotReady(snapshot).map(brief);

describe("a shop that stops passing its health check", () => {
  /** It started at 21:49:56, and its last failed probe is of 21:50:16. */
  const failing = () => readSnapshot("probe-failing");

  it("has failed it since the loss of readiness, not since the container's start", () => {
    const snapshot = failing();
    loseReadiness(podOf(snapshot).pod, "2026-11-23T21:50:12Z");
    expect(causesOf(snapshot)).toEqual([
      "probe_failing shop: The shop runs, but no longer passes its health check.",
    ]);
    expect(explainNotReady(snapshot)[0]?.since).toBe("2026-11-23T21:50:12.000Z");
  });

  it("has failed it since the container's start if it never passed it", () => {
    const [cause] = explainNotReady(failing());
    expect(cause).toMatchObject({
      message: "The shop runs, but has not passed its health check since it started.",
      since: "2026-11-23T21:49:56.000Z",
    });
  });

  it("has the same cause after each further failed probe", () => {
    const later = failing();
    for (const warning of later.warnings) {
      Object.assign(warning, { lastTimestamp: "2026-11-23T21:51:40Z" });
    }
    expect(explainNotReady(later)).toEqual(explainNotReady(failing()));
  });

  it("is reported immediately, even if Kubernetes has not written the event", () => {
    const snapshot = failing();
    loseReadiness(podOf(snapshot).pod, "2026-11-23T22:20:00Z");
    expect(causesOf(snapshot)).toEqual([
      "probe_failing shop: The shop runs, but no longer passes its health check.",
    ]);
    // The only event is of the start, half an hour before.
    expect(explainNotReady(snapshot)[0]?.detail).toBeUndefined();
  });

  it("is not explained by the failed probes of its earlier run", () => {
    const snapshot = failing();
    Object.assign(podOf(snapshot).container, {
      restartCount: 1,
      state: { running: { startedAt: "2026-11-23T21:50:30Z" } },
    });
    expect(causesOf(snapshot)).toEqual(["starting shop: The shop is starting."]);
  });

  it("is not explained by a crash from before it was ready", () => {
    const snapshot = readSnapshot("probe-kills");
    loseReadiness(podOf(snapshot).pod, "2026-11-23T22:30:00Z");
    expect(causesOf(snapshot)).toEqual([
      "probe_failing shop: The shop runs, but no longer passes its health check.",
    ]);
    expect(crashedContainers(snapshot)).toEqual([]);
  });

  it("is not explained by the failed probes of another container", () => {
    const snapshot = failing();
    for (const warning of snapshot.warnings) {
      Object.assign(warning.involvedObject as object, { fieldPath: "spec.containers{storefront}" });
    }
    expect(causesOf(snapshot)).toEqual(["starting shop: The shop is starting."]);
  });
});

describe("a container that ended with exit code 137", () => {
  const killed = "container_killed shop: The shop was killed once with the signal SIGKILL.";
  const stopped = "probe_failing shop: The shop was restarted once because it did not pass its health check.";

  /** Its last run: from 21:50:00, with failed liveness probes until 21:50:01. */
  function endedAt(time: string) {
    const snapshot = readSnapshot("probe-kills");
    const { pod, container } = podOf(snapshot);
    const next = new Date(Date.parse(time) + 1000).toISOString();
    Object.assign(container.lastState?.terminated ?? {}, { finishedAt: time });
    container.state = { running: { startedAt: next as unknown as Date } };
    loseReadiness(pod, time);
    return { snapshot, pod };
  }

  it("is reported as stopped by Kubernetes if its liveness probe has just failed", () => {
    expect(causesOf(endedAt("2026-11-23T21:50:03Z").snapshot)).toEqual([stopped]);
  });

  it("is reported as killed if its last failed probe is old", () => {
    expect(causesOf(endedAt("2026-11-23T22:02:00Z").snapshot)).toEqual([killed]);
  });

  it("is reported as killed if only an earlier run had failed its probes", () => {
    const { snapshot } = endedAt("2026-11-23T22:02:00Z");
    const { container } = podOf(snapshot);
    Object.assign(container.lastState?.terminated ?? {}, { startedAt: "2026-11-23T21:55:00Z" });
    expect(causesOf(snapshot)).toEqual([killed]);
  });

  describe("after failed start-up probes in one counted event", () => {
    /** The database's way: its start-up probe fails a few times at each start. */
    function startedSlowly(finishedAt: string, lastSeen: string) {
      const { snapshot, pod } = endedAt(finishedAt);
      const [spec] = pod.spec?.containers ?? [];
      Object.assign(spec ?? {}, { startupProbe: { periodSeconds: 1, failureThreshold: 60 } });
      for (const warning of snapshot.warnings) {
        Object.assign(warning, { message: "Startup probe failed: not yet", lastTimestamp: lastSeen });
      }
      return causesOf(snapshot);
    }

    it("is reported as killed if it had passed the start-up probe, even if its next start fails it", () => {
      expect(startedSlowly("2026-11-23T22:02:00Z", "2026-11-23T21:50:02Z")).toEqual([killed]);
      expect(startedSlowly("2026-11-23T22:02:00Z", "2026-11-23T22:02:02Z")).toEqual([killed]);
    });

    it("is reported as stopped by Kubernetes if its start took too long", () => {
      expect(startedSlowly("2026-11-23T21:51:04Z", "2026-11-23T21:51:00Z")).toEqual([stopped]);
    });
  });
});

it("a pod that is not ready although its containers are has an unreachable node", () => {
  const snapshot = readSnapshot("probe-failing");
  const { container } = podOf(snapshot);
  container.ready = true;
  expect(causesOf(snapshot)).toEqual([
    "node_unavailable shop: The node storeyard-local does not answer: the shop can't be reached there.",
  ]);
});
