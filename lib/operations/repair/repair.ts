import { z } from "zod";
import { stepTowardsReady } from "@/lib/domain/next-step";
import { endFailed, endReady } from "@/lib/reconcile/end-operation";
import { defineConverging } from "../define-converging";

/** Reverts manual changes to a store's objects. Only the platform requests it. */
export const repair = defineConverging({
  name: "repair",
  noun: "repair",
  titles: { running: "Repairing", done: "Repaired", failed: "Could not be repaired" },
  queued: (store) => `${store} is queued for repair`,
  state: z.object({}),
  slots: "build",
  // It takes seconds, and the next check of the store would request it again.
  cancelling: null,
  loop: {
    decide: (wanted, seen, now) => stepTowardsReady(wanted, seen, now),
    end: endReady,
    fail: endFailed,
  },
});
