import type { Cause } from "./cause";

/** The steps a person sees in the timeline, in the order in which they happen. */
export const stepNames = [
  "namespace",
  "chart",
  "disk",
  "database",
  "shop",
  "order",
  "cleanup",
  "remove",
] as const;
/** A step of the control loop, or of a kind of operation with steps of its own. */
export type StepName = (typeof stepNames)[number] | (string & {});

export const stepTitles: Readonly<Record<string, string>> = {
  namespace: "Prepare a space of its own",
  chart: "Hand it to the cluster",
  disk: "Get the disks",
  database: "Start the database",
  shop: "Start the shop",
  order: "Place a test order",
  cleanup: "Clean up what was made",
  remove: "Remove the store",
};

/** A step that is under way, and what it waits for. */
export interface Waiting {
  step: StepName;
  because: Cause;
}

/** What the control loop does next; a function of what was observed. */
export type Step =
  | { do: "prepare-namespace" }
  | { do: "apply-release" }
  | { do: "adopt-release" }
  | { do: "wait"; on: Waiting[] }
  | { do: "verify" }
  | { do: "rest" }
  | { do: "fail"; step: StepName; because: Cause }
  | { do: "delete-namespace"; step: "cleanup" | "remove" }
  | { do: "forget" };
