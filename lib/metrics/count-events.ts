import { Counter, Histogram } from "prom-client";
import type { OperationKind } from "@/lib/domain/operation";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { EventLog } from "@/lib/events/event-log";
import type { Metrics } from "./create-metrics";

/** From a namespace that exists at once to a shop that takes five minutes. */
const workBuckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600];

/** Counts events from now on, of these kinds of operation. Reading the whole log at each scrape would cost more every day. */
export async function countEvents(
  { registry }: Metrics,
  events: EventLog,
  kinds: readonly OperationKind[],
  signal: AbortSignal,
): Promise<void> {
  const count = createEventCounter(registry, kinds);
  for await (const event of events.follow({}, events.lastSeq(), signal)) count(event);
}

function createEventCounter(
  registry: Metrics["registry"],
  kinds: readonly OperationKind[],
): (event: StoreEvent) => void {
  const registers = [registry];
  const asked = new Counter({
    name: "storeyard_operations_asked_total",
    help: "Operations that were requested, by kind.",
    labelNames: ["operation"],
    registers,
  });
  const ended = new Counter({
    name: "storeyard_operations_ended_total",
    help: "Operations that ended, by kind and result.",
    labelNames: ["operation", "result"],
    registers,
  });
  const failed = new Counter({
    name: "storeyard_operation_failures_total",
    help: "Operations that failed, by kind and code of the cause.",
    labelNames: ["operation", "cause"],
    registers,
  });
  const operationTimes = new Histogram({
    name: "storeyard_operation_duration_seconds",
    help: "Time from the request of an operation to its end.",
    labelNames: ["operation"],
    buckets: workBuckets,
    registers,
  });
  const stepTimes = new Histogram({
    name: "storeyard_step_duration_seconds",
    help: "Duration of the steps of operations.",
    labelNames: ["step", "result"],
    buckets: workBuckets,
    registers,
  });
  for (const operation of kinds) {
    asked.inc({ operation }, 0);
    for (const result of ["done", "failed", "cancelled"]) ended.inc({ operation, result }, 0);
  }

  return ({ detail }) => {
    switch (detail.kind) {
      case "operation.queued":
        asked.inc({ operation: detail.operation });
        break;
      case "operation.finished":
        ended.inc({ operation: detail.operation, result: "done" });
        operationTimes.observe({ operation: detail.operation }, detail.durationMs / 1_000);
        break;
      case "operation.failed":
        ended.inc({ operation: detail.operation, result: "failed" });
        failed.inc({ operation: detail.operation, cause: detail.cause.code });
        break;
      case "operation.cancelled":
        ended.inc({ operation: detail.operation, result: "cancelled" });
        break;
      case "step.finished":
        stepTimes.observe({ step: detail.step, result: "done" }, detail.durationMs / 1_000);
        break;
      case "step.failed":
        stepTimes.observe({ step: detail.step, result: "failed" }, detail.durationMs / 1_000);
        break;
    }
  };
}
