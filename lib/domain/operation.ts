import type { Cause } from "./cause";

/** Any value that JSON can hold. */
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

/** What a person reads about an operation in its states; `{target}` is replaced with what it leads to. */
export interface OperationTitles {
  running: string;
  done: string;
  failed: string;
}

/** What pages know about a kind of operation. */
export interface OperationProfile {
  titles: OperationTitles;
  /** Its steps, where they are the same for every store: shown before they start. */
  steps: readonly { name: string; title: string }[];
  /** What cancelling does, for the confirmation; null where it cannot be cancelled. */
  cancelling: string | null;
}

/** An operation as people and programs see it. */
export interface OperationView {
  id: string;
  kind: OperationKind;
  state: OperationState;
  title: string;
  storeId: string;
  storeName: string;
  /** Null where the platform asked for it. */
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
