import { z } from "zod";
import { toStore } from "@/lib/db/store-row";
import { isVerificationFinding } from "@/lib/reconcile/cause-of-error";
import { checkApplication } from "@/lib/reconcile/check-application";
import { FoundError } from "@/lib/reconcile/found-error";
import { recordFinding } from "@/lib/reconcile/record-finding";
import { verifyStore } from "@/lib/reconcile/verify-store";
import { defineRunOnce } from "../define-run-once";

/** Verifies a store that runs, at any time: after its owner corrected what the last verification found. */
export const verify = defineRunOnce({
  name: "verify",
  noun: "verification",
  titles: { running: "Verifying", done: "Verified", failed: "The verification failed" },
  queued: (store) => `${store} is queued for a verification`,
  state: z.object({}),
  slots: "build",
  request: {
    path: "verify",
    id: "verifyStore",
    summary: "Verify a store again",
    description:
      "Opens its pages and uses it as a visitor does; in a shop it places a test order. The result becomes the store's phase and cause.",
    verb: "operate",
  },
  // Shorter than a create's: the store runs already, and somebody waits for the answer.
  deadlineMs: 30_000,
  steps: [
    {
      name: "pages",
      title: "Open its pages",
      run: async ({ deps, store, signal }) => {
        const found = await checkApplication(deps, store, signal);
        if (found !== null) throw new FoundError(found);
        return null;
      },
    },
    {
      name: "verify",
      title: "Use it as a visitor does",
      run: async ({ deps, store, signal }) => {
        await verifyStore(deps, toStore(store), signal);
        recordFinding(deps, store, ({ finding }) => (isVerificationFinding(finding) ? null : finding));
        return null;
      },
    },
  ],
  failed: ({ deps, store }, cause) => recordFinding(deps, store, () => cause),
});
