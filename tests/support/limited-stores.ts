import { eq } from "drizzle-orm";
import { operations, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Footprint } from "@/lib/domain/footprint";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import type { TestPlatform } from "./test-platform";

/** What a store requests, and what its plan must have at least. */
export const footprint: Footprint = {
  pods: [
    { cpuMillis: 100, memoryMib: 200 },
    { cpuMillis: 50, memoryMib: 100 },
  ],
  least: { pods: 4, cpuMillis: 3_000, memoryMib: 2_000, storageMib: 3_000, volumeMib: 2_000 },
};
/** Every store type has this footprint. */
export const footprints = { wordpress: footprint, woocommerce: footprint };

/** Creates a WordPress store on a plan. */
export const createOnPlan = (ctx: Ctx, name: string, plan = "standard") =>
  createStore(ctx, createStoreInput.parse({ name, type: "wordpress", plan }));

/** Changes the row of a store. */
export function mark(
  { deps }: TestPlatform,
  name: string,
  change: Partial<typeof stores.$inferInsert>,
): void {
  deps.db.update(stores).set(change).where(eq(stores.name, name)).run();
}

/** The fields of a store that is ready. */
export const ready = { phase: "ready", readyAt: new Date() } as const;

/** The kinds of all operations. */
export function kindsQueued({ deps }: TestPlatform): string[] {
  return deps.db
    .select({ kind: operations.kind })
    .from(operations)
    .all()
    .map(({ kind }) => kind);
}
