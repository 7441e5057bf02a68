import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { type StoreRow, toStore } from "@/lib/db/store-row";
import {
  mergeRuntimeSettings,
  type RuntimeSettingsChange,
  type RuntimeSettingsGroup,
  type RuntimeSettingsSupport,
  whyNotOnPlan,
} from "@/lib/domain/runtime-settings/runtime-settings";
import { isRunning } from "@/lib/domain/store";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { AppError } from "@/lib/errors";
import { hasExclusiveOperation } from "@/lib/operations/has-exclusive-operation";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { getPlanRow } from "../limits/get-plan-row";
import { always, type Precondition } from "../precondition";
import { type RuntimeSettingsView, toRuntimeSettingsView } from "./get-runtime-settings";

/** Runtime settings after a request to change them. */
export interface AcceptedRuntimeSettings extends RuntimeSettingsView {
  /** The operation that makes the change; null where there was nothing to do. */
  operationId: string | null;
}

/**
 * Changes a store's runtime settings; its web server restarts. Throws AppError `invalid` at the field of a value that the
 * store's type or plan can't have, and `conflict` if the store does not run, another operation is open, or the store's image
 * is too old.
 */
export async function changeRuntimeSettings(
  ctx: Ctx,
  name: string,
  change: RuntimeSettingsChange,
  precondition: Precondition<RuntimeSettingsView> = always,
): Promise<AcceptedRuntimeSettings> {
  const { app, actor } = ctx;
  const asked = getStoreFor(app.db, actor, name, "operate");
  assertRuns(asked);
  // A shop that does not answer may need the change in order to answer again.
  const features = await app.readFeatures(toStore(asked));
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "operate");
    precondition(toRuntimeSettingsView(tx, row));
    assertRuns(row);
    const wanted = mergeRuntimeSettings(row.runtimeSettings, change);
    if (isDeepStrictEqual(wanted, row.runtimeSettings)) {
      return { ...toRuntimeSettingsView(tx, row), operationId: null };
    }
    const support = assertSupported(row, change);
    const reason = whyNotOnPlan(wanted, support, getPlanRow(tx, row.plan));
    if (reason) throw new AppError("invalid", reason, { field: "php.memoryMib" });
    if (features !== null && !features.includes("runtime_settings")) {
      throw new AppError(
        "conflict",
        `The image of “${name}” is too old for runtime settings. Update the store first.`,
      );
    }
    if (hasExclusiveOperation(tx, row.id)) {
      throw new AppError("conflict", `Another operation of “${name}” is open. Change the settings after it.`);
    }
    const from = row.runtimeSettings;
    const changed = tx
      .update(stores)
      .set({ runtimeSettings: wanted, updatedAt: new Date() })
      .where(eq(stores.id, row.id))
      .returning()
      .get();
    const request = { kind: "change-runtime-settings", requester: actor, state: { from } } as const;
    const operationId = app.operations.enqueue(tx, row, request);
    recordAudit(tx, ctx, {
      action: "changeRuntimeSettings",
      target: storeTarget(row),
      detail: { from: JSON.stringify(from), to: JSON.stringify(wanted) },
    });
    return { ...toRuntimeSettingsView(tx, changed), operationId };
  });
}

function assertRuns({ name, phase }: StoreRow): void {
  if (isRunning(phase)) return;
  throw new AppError("conflict", `“${name}” does not run. Its settings can be changed when it does.`);
}

function assertSupported({ type }: StoreRow, change: RuntimeSettingsChange): RuntimeSettingsSupport {
  const profile = engineProfiles[type];
  const groups: readonly string[] = profile?.runtimeSettings?.groups ?? [];
  const unknown = (Object.keys(change) as RuntimeSettingsGroup[]).find((group) => !groups.includes(group));
  if (profile?.runtimeSettings && unknown === undefined) return profile.runtimeSettings;
  const has = groups.length > 0 ? `It has these: ${groups.join(", ")}.` : "It has no runtime settings.";
  throw new AppError("invalid", `A ${profile?.label ?? type} has no settings of this kind. ${has}`, {
    ...(unknown && { field: unknown }),
  });
}
