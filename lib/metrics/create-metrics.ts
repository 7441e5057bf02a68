import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type RateClass, rateClasses } from "@/lib/domain/rate";

/** The metrics that are recorded as things happen. */
export interface Metrics {
  registry: Registry;
  /** A request was answered; `operation` is the contract's id. */
  requestAnswered(request: { operation: string; status: number; ms: number }): void;
  /** Returns a function to call when the stream ends. */
  streamOpened(): () => void;
  requestRefused(rate: RateClass): void;
  limiterFailed(rate: RateClass): void;
}

/** Responses take from under a millisecond (reads) to a second (a password hash on a busy host). */
const answerBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Counters begin at 0 with the process, as Prometheus expects. Series with known labels exist from the start. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Histogram({
    name: "storeyard_http_request_duration_seconds",
    help: "Time to respond to an API request (for a stream: to its start), by operation and status class.",
    labelNames: ["operation", "status"],
    buckets: answerBuckets,
    registers,
  });
  const streams = new Gauge({
    name: "storeyard_sse_streams",
    help: "Open event streams.",
    registers,
  });
  const refusals = new Counter({
    name: "storeyard_rate_limit_refusals_total",
    help: "Requests that a rate limit refused, by class.",
    labelNames: ["class"],
    registers,
  });
  const failures = new Counter({
    name: "storeyard_rate_limiter_failures_total",
    help: "Requests that the broken limiter could not count, by class: allowed, or refused where the class is sign-in.",
    labelNames: ["class"],
    registers,
  });
  for (const rate of rateClasses) {
    refusals.inc({ class: rate }, 0);
    failures.inc({ class: rate }, 0);
  }
  return {
    registry,
    requestAnswered({ operation, status, ms }) {
      answers.observe({ operation, status: `${Math.floor(status / 100)}xx` }, ms / 1_000);
    },
    streamOpened() {
      streams.inc();
      return () => streams.dec();
    },
    requestRefused: (rate) => refusals.inc({ class: rate }),
    limiterFailed: (rate) => failures.inc({ class: rate }),
  };
}

/** Memory, CPU, event loop and garbage collection of this process. */
export function collectProcessMetrics({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
}
