import { describe, expect, it } from "vitest";
import type { StepName } from "@/lib/domain/step";
import type { TimelineOperation, TimelineStep } from "@/lib/domain/timeline";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import * as layout from "./lay-out-steps";

const { durationOf, spanOf } = layout;
const layOutSteps = (operation: TimelineOperation) => layout.layOutSteps(operation, woocommerceProfile);

const begin = Date.parse("2026-11-23T20:00:00Z");

function step(
  name: StepName,
  startMs: number,
  durationMs: number | null,
  over: Partial<TimelineStep> = {},
): TimelineStep {
  return {
    name,
    title: name,
    state: durationMs === null ? "running" : "done",
    startedAt: new Date(begin + startMs),
    durationMs,
    cause: null,
    ...over,
  };
}

function operation(over: Partial<TimelineOperation>): TimelineOperation {
  return {
    id: "o",
    kind: "create",
    target: null,
    state: "running",
    queuedAt: new Date(begin),
    startedAt: new Date(begin),
    durationMs: null,
    cause: null,
    diagnosis: null,
    steps: [],
    ...over,
  };
}

const finished = operation({
  state: "done",
  durationMs: 8_000,
  steps: [
    step("namespace", 0, 500),
    step("database", 1_000, 3_000),
    step("shop", 1_000, 5_000),
    step("verify", 6_000, 2_000),
  ],
});

describe("the steps of an operation", () => {
  it("of a running create include the pending ones", () => {
    const laid = layOutSteps(operation({ steps: [step("namespace", 0, 500), step("chart", 500, null)] }));
    expect(laid.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "namespace done",
      "chart running",
      "disk pending",
      "database pending",
      "shop pending",
      "verify pending",
    ]);
  });

  it("of an ended operation are the recorded ones", () => {
    expect(layOutSteps(finished).map(({ name }) => name)).toEqual([
      "namespace",
      "database",
      "shop",
      "verify",
    ]);
    expect(layOutSteps(operation({ state: "failed", steps: [step("namespace", 0, 500)] }))).toHaveLength(1);
  });

  it("that ended because another step failed are shown as stopped", () => {
    const cause = {
      code: "admission_refused",
      component: "shop",
      message: "No.",
      waitingMayCure: false,
    } as const;
    const failed = { state: "failed", cause } as const;
    const sideBySide = [step("disk", 0, 10, failed), step("shop", 0, 10, failed)];
    const laid = layOutSteps(operation({ state: "failed", steps: sideBySide }));
    expect(laid.map(({ state, cause }) => [state, cause])).toEqual([
      ["stopped", null],
      ["failed", cause],
    ]);
    // What no step is named after is the failure of each.
    const alone = layOutSteps(operation({ state: "failed", steps: [step("verify", 0, 10, failed)] }));
    expect(alone[0]).toMatchObject({ state: "failed", cause });
  });

  it("mark the slowest one of a finished operation with at least three steps", () => {
    expect(
      layOutSteps(finished)
        .filter(({ slowest }) => slowest)
        .map(({ name }) => name),
    ).toEqual(["shop"]);
    expect(layOutSteps({ ...finished, state: "running" }).some(({ slowest }) => slowest)).toBe(false);
    expect(
      layOutSteps({ ...finished, steps: finished.steps.slice(0, 2) }).some(({ slowest }) => slowest),
    ).toBe(false);
  });

  it("of a cancelled operation are shown as stopped", () => {
    const cut = operation({ kind: "delete", state: "cancelled", steps: [step("remove", 0, null)] });
    expect(layOutSteps(cut)[0]?.state).toBe("stopped");
  });
  it("without a recorded end follow the state of their operation", () => {
    const resumed = operation({ state: "done", durationMs: 9_000, steps: [step("shop", 0, null)] });
    const [shop] = layOutSteps(resumed);
    expect(shop?.state).toBe("done");
    expect(shop && spanOf(shop, resumed, begin + 60_000)).toBeNull();
  });
});

describe("the bar of a step", () => {
  it("shows its share of the operation's time", () => {
    const spans = layOutSteps(finished).map((each) => spanOf(each, finished, 0));
    expect(spans[0]).toEqual({ start: 0, width: 0.0625 });
    expect(spans[2]).toEqual({ start: 0.125, width: 0.625 });
    expect(spans[3]).toEqual({ start: 0.75, width: 0.25 });
  });

  it("grows while the step runs, up to the operation's time", () => {
    const running = operation({ steps: [step("namespace", 0, 500), step("chart", 500, null)] });
    const chart = layOutSteps(running)[1];
    if (!chart) throw new Error("There is no such step.");
    expect(spanOf(chart, running, begin + 1_000)).toEqual({ start: 0.5, width: 0.5 });
    const early = spanOf(chart, running, begin - 10_000);
    expect((early?.start ?? 0) + (early?.width ?? 0)).toBeLessThanOrEqual(1);
  });

  it("is cut at the operation's end for a step that ended later", () => {
    const late = { ...finished, steps: [step("verify", 6_000, 5_000)] };
    const [order] = layOutSteps(late);
    expect(order && spanOf(order, late, 0)).toEqual({ start: 0.75, width: 0.25 });
  });

  it("is missing for a pending step", () => {
    const [pending] = layOutSteps(operation({}));
    expect(pending && spanOf(pending, operation({}), begin)).toBeNull();
  });
});

it("a failed operation's duration comes from its steps", () => {
  expect(
    durationOf(
      operation({ state: "failed", steps: [step("namespace", 0, 500), step("cleanup", 4_000, 1_000)] }),
    ),
  ).toBe(5_000);
  expect(durationOf(finished)).toBe(8_000);
  expect(durationOf(operation({}))).toBeNull();
});
