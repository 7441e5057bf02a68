import { z } from "zod";
import { defineConverging } from "../define-converging";
import { cancelCreate, undoQueuedCreate } from "./cancel-create";
import { decideCreate } from "./decide-create";
import { endCreate } from "./end-create";
import { failCreate } from "./fail-create";

/** Creates a store: its namespace, its release, and a verification. One that fails or is cancelled is cleaned up. */
export const create = defineConverging({
  name: "create",
  noun: "creation",
  titles: { running: "Creating the store", done: "Created", failed: "Could not be created" },
  queued: (store) => `${store} is queued for creation`,
  state: z.object({}),
  slots: "build",
  cancelling: {
    effect: "Everything that was created so far is deleted. You can retry the create afterwards.",
    undo: undoQueuedCreate,
  },
  loop: {
    decide: decideCreate,
    before: {
      "prepare-namespace": ({ progress }, { name, phase }) => {
        if (phase === "queued") progress.setPhase("creating", null, `${name} is being created`);
      },
    },
    end: endCreate,
    fail: failCreate,
    cancel: cancelCreate,
  },
});
