import { z } from "zod";
import { stepTowardsReady } from "@/lib/domain/next-step";
import { announceRestart } from "@/lib/reconcile/announce-restart";
import { endFailed, endReady } from "@/lib/reconcile/end-operation";
import { defineConverging } from "../define-converging";

/**
 * Moves a store to the address on its row, after the installation's address settings changed: its Ingress and its shop
 * get the new address, and it is verified there. `from` is its previous address.
 */
export const changeAddress = defineConverging({
  name: "change-address",
  noun: "address change",
  titles: {
    running: "Moving to {target}",
    done: "Moved to {target}",
    failed: "Could not be moved to {target}",
  },
  queued: (store, target) => `${store} is queued for the move to ${target ?? "its new address"}`,
  state: z.object({ from: z.url() }),
  slots: "build",
  // The settings decide addresses. Going back is another change of the settings.
  cancelling: null,
  loop: {
    decide: (wanted, seen, now) => stepTowardsReady(wanted, seen, now),
    before: announceRestart("with its new address"),
    end: endReady,
    fail: endFailed,
  },
});
