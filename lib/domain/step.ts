import type { Cause } from "./cause";
import { partPhrase, requiredParts, type StoreParts } from "./store-part";

/** Steps that are independent of the store's engine. */
export const platformSteps = ["namespace", "chart", "disk", "verify", "cleanup", "remove"] as const;
export type PlatformStep = (typeof platformSteps)[number];

/** A platform step, the name of a part of the store (the step in which it starts), or a step of a kind that runs once. */
export type StepName = PlatformStep | (string & {});

/** The step in which the volumes of all parts are provisioned. */
export const volumeStep = "disk" satisfies PlatformStep;

/** What a store's engine contributes to its steps. */
export interface StepSource {
  parts: StoreParts;
  /** Title of the last step, in the imperative: what the platform does to verify such a store. */
  verification: string;
}

/** For a store without an engine, which can only be deleted. */
export const noEngineSteps: StepSource = { parts: [], verification: "Verify the store" };

/** The steps that run side by side once the chart is applied, in the order in which they are shown. */
export function startSteps({ parts }: Pick<StepSource, "parts">): StepName[] {
  const hasVolumes = parts.some(({ claims }) => claims.length > 0);
  return [...(hasVolumes ? [volumeStep] : []), ...requiredParts(parts).map(({ name }) => name)];
}

/** The steps of a create, in the order in which they are shown. */
export function createSteps(source: StepSource): StepName[] {
  return ["namespace", "chart", ...startSteps(source), "verify"];
}

const titles: Record<Exclude<PlatformStep, "verify">, string> = {
  namespace: "Create the namespace",
  chart: "Apply the chart",
  disk: "Provision volumes",
  cleanup: "Clean up",
  remove: "Delete the store",
};

/** The title of a step, in the imperative. */
export function stepTitle(step: StepName, { parts, verification }: StepSource): string {
  if (step === "verify") return verification;
  if (step in titles) return titles[step as keyof typeof titles];
  return `Start ${partPhrase(parts, step)}`;
}

/** A step in progress, and what it waits for. */
export interface Waiting {
  step: StepName;
  because: Cause;
}

/** The next action of the reconcile loop, decided from the observation. */
export type Step =
  | { do: "prepare-namespace" }
  | { do: "apply-release" }
  | { do: "adopt-release" }
  | { do: "narrow-quota" }
  | { do: "wait"; on: Waiting[] }
  | { do: "verify" }
  | { do: "rest" }
  | { do: "fail"; step: StepName; because: Cause }
  | { do: "delete-namespace"; step: "cleanup" | "remove" }
  | { do: "forget" };
