import type { Tx } from "@/lib/db/connect";
import type { StoreRow } from "@/lib/db/store-row";
import {
  fitRuntimeSettings,
  type RuntimeSettings,
  type RuntimeSettingsSupport,
} from "@/lib/domain/runtime-settings/runtime-settings";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { getPlanRow } from "../limits/get-plan-row";

/** A store's runtime settings, as its members see them. */
export interface RuntimeSettingsView {
  settings: RuntimeSettings;
  /** What runs: differs where the plan was made smaller since. */
  running: RuntimeSettings;
  /** Null for a type without runtime settings. */
  support: RuntimeSettingsSupport | null;
  /** The most memory of a PHP request on the store's plan, in MiB; null for a type without PHP. */
  mostMemoryMib: number | null;
}

/** Throws AppError `not_found`. */
export function getRuntimeSettings({ app, actor }: Ctx, name: string): RuntimeSettingsView {
  return toRuntimeSettingsView(app.db, getStoreFor(app.db, actor, name, "read"));
}

export function toRuntimeSettingsView(tx: Pick<Tx, "select">, row: StoreRow): RuntimeSettingsView {
  const support = engineProfiles[row.type]?.runtimeSettings ?? null;
  const plan = getPlanRow(tx, row.plan);
  return {
    settings: row.runtimeSettings,
    running: fitRuntimeSettings(row.runtimeSettings, support, plan),
    support,
    mostMemoryMib: support?.mostMemoryMib?.(plan) ?? null,
  };
}
