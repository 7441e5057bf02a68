import { z } from "zod";
import { allowedOrigins, normalizeOrigins } from "./allowed-origins";
import { formatCount, type PhpLimits, phpLimitRange, phpLimits } from "./php-limits";
import { type WordpressConstants, wordpressConstantValues } from "./wordpress-constants";

/**
 * Settings of the program that serves a store, which its owner can change without an image. An absent group, and an absent
 * field of one, has the default of the image: a store without settings has `{}`.
 */
export interface RuntimeSettings {
  php?: PhpLimits;
  /** Origins besides the store's own whose pages may use its API, as browsers send them. */
  allowedOrigins?: string[];
  constants?: WordpressConstants;
}

export type RuntimeSettingsGroup = keyof RuntimeSettings;

/** The runtime settings that an engine's stores have. */
export interface RuntimeSettingsSupport {
  groups: readonly RuntimeSettingsGroup[];
  /** The most memory of a PHP request on the plan, in MiB; null where `php` is not among the groups. */
  mostMemoryMib: ((plan: { cpuMillis: number; memoryMib: number }) => number) | null;
  /** A sentence for the owner: what an allowed origin may do. */
  originsMay: string;
}

/** A change: each group in it replaces the former one, and an empty group restores its defaults. */
export const runtimeSettingsChange = z
  .strictObject({
    php: phpLimits.optional().meta({ description: "PHP's limits." }),
    allowedOrigins: allowedOrigins.optional().meta({
      description:
        "Origins besides the store's own whose pages may use its API, such as https://www.example.com.",
    }),
    constants: wordpressConstantValues.optional().meta({ description: "Constants of wp-config.php." }),
  })
  .refine((change) => Object.keys(change).length > 0, { error: "Name at least one group to change." });

export type RuntimeSettingsChange = z.infer<typeof runtimeSettingsChange>;

/** The settings after a change, without empty groups and with origins as browsers send them. */
export function mergeRuntimeSettings(now: RuntimeSettings, change: RuntimeSettingsChange): RuntimeSettings {
  const { php, allowedOrigins: origins, constants } = { ...now, ...change };
  return {
    ...(php && Object.keys(php).length > 0 && { php }),
    ...(origins && origins.length > 0 && { allowedOrigins: normalizeOrigins(origins) }),
    ...(constants && Object.keys(constants).length > 0 && { constants: constants as WordpressConstants }),
  };
}

/** Why a plan can't hold the settings, as a sentence with the possible number; null if it can. */
export function whyNotOnPlan(
  { php }: RuntimeSettings,
  { mostMemoryMib }: RuntimeSettingsSupport,
  plan: { name: string; cpuMillis: number; memoryMib: number },
): string | null {
  if (php?.memoryMib === undefined || mostMemoryMib === null) return null;
  const { label, unit, most } = phpLimitRange("memoryMib", mostMemoryMib(plan));
  if (php.memoryMib <= most) return null;
  return `The ${label} is at most ${formatCount(most)} ${unit} on the plan ${plan.name}. ${formatCount(php.memoryMib)} ${unit} is too much.`;
}

/** The settings that a store runs with on a plan: an admin may have made the plan smaller since they were chosen. */
export function fitRuntimeSettings(
  settings: RuntimeSettings,
  support: RuntimeSettingsSupport | null,
  plan: { cpuMillis: number; memoryMib: number },
): RuntimeSettings {
  const { php } = settings;
  if (php?.memoryMib === undefined || !support?.mostMemoryMib) return settings;
  const { most } = phpLimitRange("memoryMib", support.mostMemoryMib(plan));
  return { ...settings, php: { ...php, memoryMib: Math.min(php.memoryMib, most) } };
}
