import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/db/connect";
import { storeMembers, stores } from "@/lib/db/schema";
import type { CreateStoreInput } from "@/lib/domain/create-store-input";
import type { StoreConfig, StoreType } from "@/lib/domain/store";
import { assignUrl } from "@/lib/domain/store-address";
import { languageOfCountry } from "@/lib/domain/store-languages";
import { timeZoneOfCountry } from "@/lib/domain/time-zones";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import type { AppContext, Ctx } from "../app-context";
import { assertPlanCap, assertPlatformCap } from "../limits/assert-caps";
import { assertClusterCapacity } from "../limits/assert-cluster-capacity";
import { assertPlanHolds } from "../limits/assert-plan-holds";
import { choosePlan } from "../limits/get-plan-row";
import type { AcceptedStore } from "./accepted-store";
import { isNameHeld } from "./is-name-held";
import { toStoreView } from "./to-store-view";

/**
 * Records the desired store and enqueues its create. Throws AppError `unavailable` for a type that is not available
 * here, `conflict` for a name that is taken, `limit_reached` when a cap of the installation or the plan, or the
 * cluster's capacity, is reached.
 */
export function createStore(ctx: Ctx, input: CreateStoreInput): AcceptedStore {
  const { app, actor } = ctx;
  assertTypeIsOffered(app, input.type);
  return transact(app.db, (tx) => {
    assertNameIsFree(tx, input.name);
    const plan = choosePlan(tx, input.plan);
    assertPlatformCap(tx, app.settings.maxStores);
    assertPlanCap(tx, { id: actor.userId, isYou: true }, plan);
    assertPlanHolds(app, input.type, plan);
    assertClusterCapacity(tx, app, input.type, plan);
    const now = new Date();
    const row = tx
      .insert(stores)
      .values({
        id: randomUUID(),
        name: input.name,
        type: input.type,
        ownerId: actor.userId,
        plan: plan.id,
        desired: "ready",
        phase: "queued",
        cause: null,
        config: {
          title: input.title ?? input.name,
          adminEmail: input.adminEmail ?? actor.email,
          country: input.country,
          currency: input.currency,
          sampleProduct: input.sampleProduct,
          ...chooseLocale(app, input),
        },
        url: assignUrl(input.name, app.settings.address),
        createdAt: now,
        updatedAt: now,
      })
      .returning()
      .get();
    tx.insert(storeMembers)
      .values({ storeId: row.id, userId: actor.userId, role: "owner", createdAt: now })
      .run();
    const operationId = app.operations.enqueue(tx, row, { kind: "create", requester: actor, state: {} });
    recordAudit(tx, ctx, { action: "createStore", target: storeTarget(row) });
    return { ...toStoreView(tx, ctx, row), operationId };
  });
}

function assertTypeIsOffered(app: AppContext, type: StoreType): void {
  const offer = app.storeTypes.find((candidate) => candidate.type === type);
  if (offer?.available) return;
  const reason = offer?.reason ?? "This type does not exist in this installation.";
  throw new AppError("unavailable", `Stores of type ${type} are not available. ${reason}`, {
    field: "type",
  });
}

/** The wanted language and time zone, or those of the country. Throws AppError `invalid` if the type has none. */
function chooseLocale(
  app: AppContext,
  { type, country, language, timeZone }: CreateStoreInput,
): Pick<StoreConfig, "language" | "timeZone"> {
  const offer = app.storeTypes.find((candidate) => candidate.type === type);
  if (offer?.hasLocale) {
    return {
      language: language ?? languageOfCountry(country),
      timeZone: timeZone ?? timeZoneOfCountry(country),
    };
  }
  const [field] = [language && "language", timeZone && "timeZone"].filter(Boolean);
  if (field) {
    throw new AppError("invalid", `Stores of type ${type} have no setting for this.`, { field });
  }
  return { language: null, timeZone: null };
}

function assertNameIsFree(tx: Tx, name: string): void {
  if (isNameHeld(tx, name)) {
    throw new AppError("conflict", `The name “${name}” is taken. Choose another one.`, { field: "name" });
  }
}
