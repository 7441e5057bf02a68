import type { ReconcileDeps } from "@/lib/reconcile/deps";
import type { OperationQueue } from "./operation-queue";

/** What operations work with: the control loop's dependencies, and the queue. */
export interface OperationDeps extends ReconcileDeps {
  operations: OperationQueue;
}
