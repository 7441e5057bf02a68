import { startSentence } from "./start-sentence";

/** A part of a store that runs as a workload of its own. An engine declares its parts; everything else reads the list. */
export interface StorePart {
  /**
   * The value of its objects' component label, and its name in steps, causes, logs and usage: lower-case letters,
   * digits and hyphens. Its pods are those with this label.
   */
  name: string;
  workload: "Deployment" | "StatefulSet" | "CronJob";
  /**
   * `rollout`: a store is ready only while this part has rolled out its newest spec and serves, as `kubectl rollout
   * status` decides. `not_required`: a store is ready without it, and nothing that is wrong with it fails an operation.
   */
  readiness: "rollout" | "not_required";
  /** Heading in the dashboard, such as `Database`. */
  title: string;
  /** How a sentence calls it, such as `the database`. */
  phrase: string;
  /** The container whose log is the part's log. */
  container: string;
  /** Its volume claims, without the release's name and the hyphen before them. */
  claims: readonly string[];
  /** Its log reports workers that are busy or were killed (lib/diagnosis/logs/find-load.ts). */
  reportsLoad?: true;
  /** What an owner can delete when one of its volumes is full, as the end of the sentence “Delete …”. */
  deletable?: string;
}

/** Parts in the order in which an engine declares them: what visitors reach first, then what it depends on. */
export type StoreParts = readonly StorePart[];

/** The part that visitors reach; undefined for a store whose engine is gone. */
export function mainPart(parts: StoreParts): StorePart | undefined {
  return parts[0];
}

/** How a sentence calls what visitors reach, such as `the shop` or `the site`. */
export function mainPhrase(parts: StoreParts): string {
  return mainPart(parts)?.phrase ?? "the store";
}

/** The parts that must run before a store is ready, in the order in which they start: dependencies first. */
export function requiredParts(parts: StoreParts): StorePart[] {
  return parts.filter(({ readiness }) => readiness === "rollout").toReversed();
}

export function findPart(parts: StoreParts, name: string | null | undefined): StorePart | undefined {
  return parts.find((part) => part.name === name);
}

/** Names of a store's volume claims in its namespace. */
export function claimNames(parts: StoreParts, store: string): string[] {
  return parts.flatMap(({ claims }) => claims.map((claim) => `${store}-${claim}`));
}

/** The heading of a part; one that no engine declares (any more) is called by its label. */
export function partTitle(parts: StoreParts, name: string): string {
  return findPart(parts, name)?.title ?? startSentence(name);
}

/** How a sentence calls a part; one that no engine declares (any more) is called by its label. */
export function partPhrase(parts: StoreParts, name: string): string {
  return findPart(parts, name)?.phrase ?? `the ${name}`;
}
