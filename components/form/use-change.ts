"use client";

import { useRouter } from "next/navigation";
import { useCallback, useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api-client";
import { notifyDone } from "./notify-done";

/** The message after a successful change, and how to undo it, if it can be undone. */
export interface Done<C, A> {
  message: string;
  undo?: { to: C; call: (answer: A) => Promise<A>; message: string };
}

/** Makes a change: shows `to` at once and sends it with `call`. */
export type MakeChange<C, A = unknown> = (to: C, call: () => Promise<A>, done?: Done<C, A>) => void;

/**
 * Optimistic changes of `state`: a change is shown at once, and rolled back with an error toast if the API refuses it.
 * Undo is a change itself. `pending` lasts until the page shows the refreshed server state.
 */
export function useChange<S, C, A = unknown>(
  state: S,
  apply: (state: S, to: C) => S,
  onAnswer?: (answer: A) => void,
) {
  const router = useRouter();
  const [shown, showOptimistic] = useOptimistic(state, apply);
  const [pending, startTransition] = useTransition();

  const change: MakeChange<C, A> = useCallback(
    function make(to, call, done) {
      startTransition(async () => {
        showOptimistic(to);
        try {
          const answer = await call();
          onAnswer?.(answer);
          const undo = done?.undo;
          if (done)
            notifyDone(
              done.message,
              undo && (() => make(undo.to, () => undo.call(answer), { message: undo.message })),
            );
        } catch (error) {
          toast.error(sentenceOf(error));
        }
        // Also after an error: the refused change may be based on an outdated state.
        startTransition(() => router.refresh());
      });
    },
    [router, showOptimistic, onAnswer],
  );

  return { shown, pending, change };
}
