import type { KubeObject } from "@/lib/kube/kube-object";
import { matchesSelector } from "../matches-selector";

export interface Selectors {
  labelSelector?: string | null;
  fieldSelector?: string | null;
}

/** Label selectors of the forms `key` and `key=value`, field selectors of the forms `path=value` and `path!=value`. */
export function matchesSelectors(object: KubeObject, { labelSelector, fieldSelector }: Selectors): boolean {
  return (
    matchesSelector(object.metadata.labels ?? {}, labelSelector || undefined) &&
    terms(fieldSelector).every((term) => {
      const [, path = "", unequal, value] = /^([^!=]+)(!?)=(.*)$/.exec(term) ?? [];
      return (readField(object, path) === value) !== (unequal === "!");
    })
  );
}

function terms(selector: string | null | undefined): string[] {
  return selector ? selector.split(",") : [];
}

function readField(object: KubeObject, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], object);
}
