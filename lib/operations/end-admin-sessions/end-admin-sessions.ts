import { randomBytes } from "node:crypto";
import { z } from "zod";
import { getEngine } from "@/lib/engines/get-engine";
import { shopTarget } from "@/lib/reconcile/shop-target";
import { defineRunOnce } from "../define-run-once";

/**
 * Ends what opens a shop's admin pages: sessions, the owner's password, passwords and API keys that were given to other
 * programs, and invitations.
 * The platform requests it when somebody loses access to the store. Members sign in again from the dashboard.
 */
export const endAdminSessions = defineRunOnce({
  name: "end-admin-sessions",
  noun: "end of the admin sessions",
  titles: {
    running: "Ending the admin sessions",
    done: "Admin sessions ended",
    failed: "The admin sessions could not be ended",
  },
  queued: (store) => `The admin sessions of ${store} are about to end`,
  state: z.object({}),
  slots: "build",
  // It changes the shop's accounts alone. A shop that does not answer must not hold up what would repair it.
  isReadOnly: true,
  deadlineMs: 120_000,
  request: {
    path: "admin-sessions/end",
    id: "endAdminSessions",
    summary: "End all sessions in the shop's admin pages",
    description:
      "The admin password stops working too, with the application passwords and API keys that belong to the shop's owner account, and with Medusa's open invitations. Other accounts of the shop keep their access. Sign in again from the dashboard, or set a new password.",
    verb: "enter",
  },
  steps: [
    {
      name: "sessions",
      title: "End the sessions and passwords",
      run: async ({ deps, store, signal }) => {
        const { setOwnerPassword } = getEngine(deps.engines, store.type);
        // Nobody knows it. Who needs a password sets a new one.
        const password = randomBytes(24).toString("base64url");
        await setOwnerPassword(await shopTarget(deps, store, signal), password, { revokesPrograms: true });
        return null;
      },
    },
  ],
});
