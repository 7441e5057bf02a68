import { z } from "zod";
import { stepTowardsReady } from "@/lib/domain/next-step";
import { endFailed, endReady } from "@/lib/reconcile/end-operation";
import { defineConverging } from "../define-converging";

/**
 * Gives a store the sizes and the quota of its plan, after the store moved to another plan or an admin edited the plan.
 * Containers whose sizes change restart, and the store is verified again. A quota that grows is applied before them, one
 * that shrinks after them.
 */
export const changePlan = defineConverging({
  name: "change-plan",
  noun: "plan change",
  titles: {
    running: "Changing the plan",
    done: "Plan changed",
    failed: "The plan could not be changed",
  },
  queued: (store) => `${store} is queued for its plan change`,
  state: z.object({}),
  slots: "build",
  // It takes seconds. Going back is another plan change.
  cancelling: null,
  loop: {
    decide: (wanted, seen, now) => stepTowardsReady(wanted, seen, now),
    end: endReady,
    fail: endFailed,
  },
});
