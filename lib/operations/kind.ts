import type { z } from "zod";
import type { Tx } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { OperationTitles } from "@/lib/domain/operation";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { EventLog } from "@/lib/events/event-log";
import type { OperationDeps } from "./operation-deps";

/** The worker's slots that a kind takes. Building costs the cluster work; removing mostly waits for Kubernetes. */
export const slotClasses = ["build", "remove"] as const;
export type SlotClass = (typeof slotClasses)[number];

/** What cancelling a kind of operation means. */
export interface Cancelling {
  /** Its effect, for the confirmation: a sentence or two. */
  effect: string;
  /** Reverts what the request wrote to the store's row. Called for an operation that has not begun. */
  undo(tx: Tx, events: EventLog, store: StoreRow, operation: OperationRow, cause: Cause): void;
}

/** How the API offers a kind that needs no parameters: `POST /api/stores/{name}/<path>`. */
export interface ApiRequest {
  path: string;
  /** The OpenAPI operationId; also the action in the audit log. */
  id: string;
  summary: string;
  description?: string;
  /** What a member's role must allow. */
  verb: StoreVerb;
}

/** A kind of operation: everything that differs between kinds, in a folder of its own. */
export interface Kind<Name extends string = string, State = unknown> {
  name: Name;
  /** Its name in a sentence, such as `creation`: "The creation of blue was cancelled". */
  noun: string;
  titles: OperationTitles;
  /** The message of the event that it is queued. */
  queued(storeName: string, target: string | null): string;
  /** Schema of its state on the row. A row that does not fit fails the operation. */
  state: z.ZodType<State>;
  slots: SlotClass;
  /** It changes nothing of the store in the cluster, so it may run beside other operations of the same store. */
  isReadOnly: boolean;
  /** Its steps, where they are the same for every store. */
  steps: readonly { name: string; title: string }[];
  /** Null where it cannot be cancelled. */
  cancelling: Cancelling | null;
  /** Null where another verb of the API starts it, or only the platform does. */
  request: ApiRequest | null;
  /** Runs it to its end. Rejects only when the signal is aborted. */
  run(deps: OperationDeps, operation: OperationRow, store: StoreRow, signal: AbortSignal): Promise<void>;
}
