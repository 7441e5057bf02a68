import type { KubeObject } from "@/lib/kube/kube-object";

type Fields = Record<string, unknown>;

/** Server-side apply for one manager: sets its fields, removes those that it no longer names, keeps all others. */
export function mergeApplied(
  stored: KubeObject | undefined,
  before: KubeObject | undefined,
  wanted: KubeObject,
): KubeObject {
  return merge(drop(stored ?? {}, before ?? {}, wanted), wanted) as unknown as KubeObject;
}

function merge(stored: Fields, wanted: Fields): Fields {
  const result = { ...stored };
  for (const [key, value] of Object.entries(wanted)) {
    const old = stored[key];
    result[key] = isFields(value) && isFields(old) ? merge(old, value) : structuredClone(value);
  }
  return result;
}

function drop(stored: Fields, before: Fields, wanted: Fields): Fields {
  const result = { ...stored };
  for (const [key, value] of Object.entries(before)) {
    const now = wanted[key];
    const old = stored[key];
    if (isFields(value) && isFields(old)) result[key] = drop(old, value, isFields(now) ? now : {});
    else if (!(key in wanted)) delete result[key];
  }
  return result;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
