import { count, eq, min } from "drizzle-orm";
import { Gauge } from "prom-client";
import type { Db } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import { operations, stores } from "@/lib/db/schema";
import { phases, type StoreType } from "@/lib/domain/store";
import type { Metrics } from "./create-metrics";

/** Gauges that are read from the database at each scrape, so that they are right after a restart too. */
export function collectPlatformState(
  { registry }: Metrics,
  platform: { db: Db; types: readonly StoreType[]; isClusterConnected: () => boolean },
): void {
  const { db, types } = platform;
  const registers = [registry];
  new Gauge({
    name: "storeyard_stores",
    help: "Stores, by phase and type.",
    labelNames: ["phase", "type"],
    registers,
    collect() {
      this.reset();
      for (const phase of phases) for (const type of types) this.set({ phase, type }, 0);
      const rows = db
        .select({ phase: stores.phase, type: stores.type, n: count() })
        .from(stores)
        .groupBy(stores.phase, stores.type)
        .all();
      for (const { phase, type, n } of rows) this.set({ phase, type }, n);
    },
  });
  new Gauge({
    name: "storeyard_operations",
    help: "Operations that are queued or running.",
    labelNames: ["state"],
    registers,
    collect() {
      for (const state of ["queued", "running"]) this.set({ state }, 0);
      const rows = db
        .select({ state: operations.state, n: count() })
        .from(operations)
        .where(isOpen)
        .groupBy(operations.state)
        .all();
      for (const { state, n } of rows) this.set({ state }, n);
    },
  });
  new Gauge({
    name: "storeyard_queue_oldest_seconds",
    help: "How long the oldest queued operation has waited; 0 where none waits.",
    registers,
    collect() {
      const row = db
        .select({ at: min(operations.createdAt) })
        .from(operations)
        .where(eq(operations.state, "queued"))
        .get();
      this.set(row?.at ? Math.max(0, Date.now() - row.at.getTime()) / 1_000 : 0);
    },
  });
  new Gauge({
    name: "storeyard_cluster_connected",
    help: "1 while the cluster answers, else 0.",
    registers,
    collect() {
      this.set(platform.isClusterConnected() ? 1 : 0);
    },
  });
}
