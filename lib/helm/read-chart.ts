import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { RenderInput } from "./helm";

export type Values = Record<string, unknown>;

/** The chart as a release record stores it. */
export interface ReleaseChart {
  metadata: { name: string; version: string; [field: string]: unknown };
  values: Values;
}

/** The chart of a release for its record, and the values that override its own. */
export async function readChart(
  input: Pick<RenderInput, "chart" | "valuesFiles" | "values">,
): Promise<{ chart: ReleaseChart; config: Values }> {
  const read = async (file: string) => parse(await readFile(join(input.chart, file), "utf8")) ?? {};
  const [metadata, values, ...layers] = await Promise.all(
    ["Chart.yaml", "values.yaml", ...input.valuesFiles].map(read),
  );
  return { chart: { metadata, values }, config: [...layers, input.values].reduce(mergeValues, {}) };
}

/** Merges as Helm does: maps are merged, everything else is replaced. */
function mergeValues(weak: Values, strong: Values): Values {
  const merged = { ...weak };
  for (const [key, value] of Object.entries(strong)) {
    const below = merged[key];
    merged[key] = isMap(below) && isMap(value) ? mergeValues(below, value) : value;
  }
  return merged;
}

function isMap(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
