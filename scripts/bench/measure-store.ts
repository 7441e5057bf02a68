import type { StepName } from "@/lib/domain/step";
import type { Follower } from "@/tests/support/follow-events";
import type { TestApp } from "@/tests/support/start-app";
import { createStore, deleteStore, untilForgotten, untilPhase } from "@/tests/support/stores";

export interface Measured {
  /** Seconds from the POST to the event that reports the store ready. */
  ready: number;
  /** Seconds of each step of the create. */
  steps: Map<StepName, number>;
  /** Seconds from the DELETE until the namespace is gone. */
  gone: number;
}

/** Creates a store, waits until it is ready, and deletes it. Returns the times. */
export async function measureStore(
  app: TestApp,
  events: Follower,
  name: string,
  type: string,
): Promise<Measured> {
  const posted = Date.now();
  await createStore(app, name, { type });
  const ready = await untilPhase(events, name, "ready");
  const steps = new Map<StepName, number>();
  for (const { storeName, detail } of events.seen) {
    if (storeName === name && detail.kind === "step.finished") {
      steps.set(detail.step, (steps.get(detail.step) ?? 0) + detail.durationMs / 1000);
    }
  }
  const asked = Date.now();
  await deleteStore(app, name);
  const gone = await untilForgotten(events, name);
  return {
    ready: (ready.at.getTime() - posted) / 1000,
    steps,
    gone: (gone.at.getTime() - asked) / 1000,
  };
}
