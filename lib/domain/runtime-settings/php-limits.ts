import { z } from "zod";

export const phpLimitNames = ["uploadMib", "memoryMib", "maxExecutionSeconds", "maxInputVars"] as const;
export type PhpLimitName = (typeof phpLimitNames)[number];

/** Limits of PHP in a store's web server. One that is absent has the default of the image. */
export type PhpLimits = Partial<Record<PhpLimitName, number>>;

/** What a limit may be. */
export interface PhpLimitRange {
  label: string;
  /** The unit, as it follows a number. */
  unit: string;
  /** The value of the image (90-storeyard.ini). */
  default: number;
  least: number;
  /** The largest value on every plan; a plan may hold less. */
  most: number;
}

export const phpLimitRanges: Readonly<Record<PhpLimitName, PhpLimitRange>> = {
  // The shop's volume for temporary files grows with it (charts/store).
  uploadMib: { label: "upload size", unit: "MiB", default: 64, least: 2, most: 1_024 },
  // WooCommerce's admin pages fail with less than the minimum.
  memoryMib: { label: "memory of a request", unit: "MiB", default: 256, least: 128, most: 65_536 },
  maxExecutionSeconds: {
    label: "run time of a request",
    unit: "seconds",
    default: 120,
    least: 30,
    most: 600,
  },
  maxInputVars: {
    label: "number of form fields",
    unit: "fields",
    default: 5_000,
    least: 1_000,
    most: 100_000,
  },
};

/** The same range with a plan's bound for memory. */
export function phpLimitRange(name: PhpLimitName, mostMemoryMib: number): PhpLimitRange {
  const range = phpLimitRanges[name];
  return name === "memoryMib" ? { ...range, most: Math.min(range.most, mostMemoryMib) } : range;
}

function limit(name: PhpLimitName) {
  const { label, unit, least, most } = phpLimitRanges[name];
  const error = `The ${label} must be a whole number from ${formatCount(least)} to ${formatCount(most)} ${unit}.`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

export const phpLimits = z
  .strictObject({
    uploadMib: limit("uploadMib").meta({ description: "The largest uploaded file, in MiB." }),
    memoryMib: limit("memoryMib").meta({
      description: "Memory of one request, in MiB. The plan bounds it.",
    }),
    maxExecutionSeconds: limit("maxExecutionSeconds").meta({
      description: "Processor time of one request, in seconds.",
    }),
    maxInputVars: limit("maxInputVars").meta({ description: "The most fields of one form." }),
  })
  .partial();

/** A whole number with separators, such as 1,024. */
export function formatCount(value: number): string {
  return value.toLocaleString("en-US");
}
