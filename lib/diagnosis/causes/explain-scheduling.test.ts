import { describe, expect, test } from "vitest";
import { podOf, readSnapshot } from "@/tests/support/recorded-situation";
import { explainNotReady } from "../explain-not-ready";

describe("a pod that fits on no node", () => {
  /** The causes this long after the scheduler found no node for the shop. */
  function causesAfter(ms: number): string[] {
    const snapshot = readSnapshot("no-machine-with-room");
    const { pod } = podOf(snapshot);
    const scheduled = pod.status?.conditions?.find(({ type }) => type === "PodScheduled");
    const at = new Date(scheduled?.lastTransitionTime ?? 0).getTime();
    return explainNotReady(snapshot, new Map(), new Date(at + ms)).map(({ code }) => code);
  }

  test("is starting while the scheduler may still find one", () => {
    expect(causesAfter(0)).toEqual(["starting"]);
    expect(causesAfter(5_000)).toEqual(["starting"]);
  });

  test("is unschedulable when it stays so", () => {
    expect(causesAfter(15_000)).toEqual(["unschedulable"]);
  });
});
