import { z } from "zod";
import { phpLimitNames, phpLimitRange, phpLimits } from "@/lib/domain/runtime-settings/php-limits";
import {
  wordpressConstantNames,
  wordpressConstants,
  wordpressConstantValues,
} from "@/lib/domain/runtime-settings/wordpress-constants";
import type { RuntimeSettingsView } from "@/lib/services/stores/get-runtime-settings";

const amount = {
  name: z.string(),
  default: z.number().int(),
  least: z.number().int(),
  most: z.number().int(),
  unit: z.string(),
};

/** A store's runtime settings as the API returns them, with what each may be. */
export const runtimeSettingsResource = z
  .object({
    php: phpLimits.nullable().meta({
      description: "The limits that differ from their defaults. Null for a type without PHP.",
    }),
    allowedOrigins: z.array(z.string()).nullable().meta({
      description:
        "Origins besides the store's own whose pages may use its API. Null for a type without such a list.",
    }),
    constants: wordpressConstantValues.nullable().meta({
      description: "The constants that differ from their defaults. Null for a type without WordPress.",
    }),
    phpLimits: z.array(z.object({ ...amount, label: z.string() })).meta({
      description: "The range of each limit on the store's plan. Empty for a type without PHP.",
    }),
    constantRanges: z
      .array(
        z.union([
          z.object({ name: z.string(), kind: z.literal("switch"), default: z.boolean(), about: z.string() }),
          z.object({ ...amount, kind: z.literal("amount"), about: z.string() }),
        ]),
      )
      .meta({ description: "The constants that can be set. Empty for a type without WordPress." }),
    originsMay: z.string().meta({ description: "What pages of an allowed origin may do." }),
    runningMemoryMib: z.number().int().nullable().meta({
      description:
        "The memory of a request that the store runs with, where it is less than `php.memoryMib` because the plan was made smaller. Otherwise null.",
    }),
  })
  .meta({ id: "RuntimeSettings" });

export type RuntimeSettingsResource = z.infer<typeof runtimeSettingsResource>;

export function toRuntimeSettingsResource({
  settings,
  running,
  support,
  mostMemoryMib,
}: RuntimeSettingsView): RuntimeSettingsResource {
  const groups = support?.groups ?? [];
  const memoryMib = running.php?.memoryMib ?? null;
  return {
    php: groups.includes("php") ? (settings.php ?? {}) : null,
    allowedOrigins: groups.includes("allowedOrigins") ? (settings.allowedOrigins ?? []) : null,
    constants: groups.includes("constants") ? (settings.constants ?? {}) : null,
    phpLimits: groups.includes("php")
      ? phpLimitNames.map((name) => ({ name, ...phpLimitRange(name, mostMemoryMib ?? 0) }))
      : [],
    constantRanges: groups.includes("constants")
      ? wordpressConstantNames.map((name) => ({ name, ...wordpressConstants[name] }))
      : [],
    originsMay: support?.originsMay ?? "",
    runningMemoryMib: memoryMib === settings.php?.memoryMib ? null : memoryMib,
  };
}
