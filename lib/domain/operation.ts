import type { Cause } from "./cause";

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** The name of its folder in lib/operations. The registry there lists the kinds that exist. */
export type OperationKind = string;

export const operationStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type OperationState = (typeof operationStates)[number];

/** Titles of an operation by state; `{target}` is replaced with the target. */
export interface OperationTitles {
  running: string;
  done: string;
  failed: string;
}

/** What pages know about a kind of operation. */
export interface OperationProfile {
  titles: OperationTitles;
  /** Its steps if they are the same for every store, so that they can be shown before they start. */
  steps: readonly { name: string; title: string }[];
  /** The effect of cancelling, for the confirmation; null if it cannot be cancelled. */
  cancelling: string | null;
}

/** An operation as the API and the pages show it. */
export interface OperationView {
  id: string;
  kind: OperationKind;
  state: OperationState;
  title: string;
  storeId: string;
  storeName: string;
  /** Null if the platform requested it. */
  requester: { id: string; email: string } | null;
  step: { name: string; title: string; startedAt: Date } | null;
  cause: Cause | null;
  result: JsonValue;
  isCancellable: boolean;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** The title of an operation in its state. */
export function titleOf(titles: OperationTitles, state: OperationState, target: string | null): string {
  const fill = (title: string) => title.replace("{target}", target ?? "a newer version");
  if (state === "cancelled") return `${fill(titles.running)}: cancelled`;
  if (state === "failed") return fill(titles.failed);
  return fill(state === "done" ? titles.done : titles.running);
}
