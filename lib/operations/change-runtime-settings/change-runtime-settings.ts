import { eq } from "drizzle-orm";
import { z } from "zod";
import { stores } from "@/lib/db/schema";
import { stepTowardsReady } from "@/lib/domain/next-step";
import type { RuntimeSettings } from "@/lib/domain/runtime-settings/runtime-settings";
import { announceRestart } from "@/lib/reconcile/announce-restart";
import { endFailed, endReady } from "@/lib/reconcile/end-operation";
import { isRefusedApply } from "@/lib/reconcile/explain-refused-change";
import { defineConverging } from "../define-converging";

/**
 * Restarts a store's web server with the runtime settings on its row. `from` are its former ones: they come back where the
 * cluster refuses the new ones, so that the row says what runs.
 */
export const changeRuntimeSettings = defineConverging({
  name: "change-runtime-settings",
  noun: "settings change",
  titles: {
    running: "Changing the runtime settings",
    done: "Runtime settings changed",
    failed: "The runtime settings could not be changed",
  },
  queued: (store) => `${store} is queued for its new runtime settings`,
  state: z.object({
    from: z.custom<RuntimeSettings>((value) => typeof value === "object" && value !== null),
  }),
  slots: "build",
  // It takes seconds. Going back is another change of the settings.
  cancelling: null,
  loop: {
    // The pods of a release that somebody made with Helm are not restarted, and would keep the former settings.
    decide: (wanted, seen, now) => stepTowardsReady(wanted, seen, now, "fail"),
    before: announceRestart("with its new settings"),
    end: endReady,
    fail: (run, store, failure) => {
      if (isRefusedApply(failure.cause) || failure.cause.code === "changed_by_hand") {
        const { from } = run.operation.state;
        run.deps.db.update(stores).set({ runtimeSettings: from }).where(eq(stores.id, store.id)).run();
      }
      return endFailed(run, store, failure);
    },
  },
});
