import { z } from "zod";
import { stepTowardsNothing } from "@/lib/domain/next-step";
import { endFailed } from "@/lib/reconcile/end-operation";
import { defineConverging } from "../define-converging";
import { endDeleted } from "./end-deleted";

/** Deletes a store's namespace, then its row. */
export const deleteStore = defineConverging({
  name: "delete",
  noun: "deletion",
  titles: { running: "Deleting the store", done: "Deleted", failed: "Could not be deleted" },
  queued: (store) => `${store} is queued for deletion`,
  state: z.object({}),
  slots: "remove",
  // Its first action stops the workloads and deletes the volumes: there is nothing to go back to.
  cancelling: null,
  loop: {
    removesStore: true,
    decide: (_wanted, seen) => stepTowardsNothing(seen, "remove", "forget"),
    end: endDeleted,
    fail: endFailed,
  },
});
