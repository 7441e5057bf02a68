import { stepTowardsReady } from "@/lib/domain/next-step";
import { announceRestart } from "@/lib/reconcile/announce-restart";
import { defineConverging } from "../define-converging";
import { cancelUpdate, undoQueuedUpdate } from "./cancel-update";
import { endUpdate } from "./end-update";
import { failUpdate } from "./fail-update";
import { imageUpdate, listOutgoing } from "./image-update";

/** Updates a store to other images. Where that fails, the store goes back to what it ran, if its data allows it. */
export const updateImages = defineConverging({
  name: "update-images",
  noun: "update",
  titles: {
    running: "Updating to {target}",
    done: "Updated to {target}",
    failed: "Could not be updated to {target}",
  },
  queued: (store, target) => `${store} is queued for the update to ${target ?? "newer images"}`,
  state: imageUpdate,
  slots: "build",
  cancelling: {
    effect:
      "The store goes back to what it ran before, where its data allows it. Otherwise the update continues.",
    undo: undoQueuedUpdate,
  },
  loop: {
    // An update does not overwrite what somebody changed with Helm by hand; neither does the way back.
    decide: (wanted, seen, now, { failure }) =>
      stepTowardsReady(wanted, seen, now, failure === null ? "fail" : "keep"),
    before: announceRestart("for its update"),
    end: endUpdate,
    fail: failUpdate,
    cancel: cancelUpdate,
    listOutgoing,
    // Going back has as long as the update had.
    extendDeadline: ({ failure }, createDeadlineMs) => (failure === null ? 0 : failure.at + createDeadlineMs),
  },
});
