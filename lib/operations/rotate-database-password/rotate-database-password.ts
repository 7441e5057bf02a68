import { eq } from "drizzle-orm";
import { z } from "zod";
import { stores } from "@/lib/db/schema";
import { changedByHand, stepTowardsReady } from "@/lib/domain/next-step";
import { announceRestart } from "@/lib/reconcile/announce-restart";
import { endFailed, endReady } from "@/lib/reconcile/end-operation";
import { defineConverging } from "../define-converging";

/**
 * Replaces the password of a store's database. The Secret gets a fresh one and the pods restart with it: the database sets
 * it at its start, before a client can connect. `from` is the revision of the secrets before.
 */
export const rotateDatabasePassword = defineConverging({
  name: "rotate-database-password",
  noun: "password rotation",
  titles: {
    running: "Replacing the database password",
    done: "Database password replaced",
    failed: "The database password could not be replaced",
  },
  queued: (store) => `${store} is queued for a new database password`,
  state: z.object({ from: z.number().int().min(1) }),
  slots: "build",
  // Half of it would be a database and a shop with different passwords.
  cancelling: null,
  loop: {
    // The pods of a release that somebody made with Helm are not restarted, and would use the old password.
    decide: (wanted, seen, now) =>
      seen.release?.byPlatform === false
        ? { do: "fail", step: "chart", because: changedByHand }
        : stepTowardsReady(wanted, seen, now),
    before: announceRestart("with its new password"),
    end: endReady,
    fail: (run, store, failure) => {
      if (failure.cause.code === "changed_by_hand") {
        const { from } = run.operation.state;
        run.deps.db.update(stores).set({ secretsRevision: from }).where(eq(stores.id, store.id)).run();
      }
      return endFailed(run, store, failure);
    },
  },
});
