"use client";

import { useRouter } from "next/navigation";
import { useCallback, useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api-client";
import { tellDone } from "./tell-done";

/** What is said once a change is made, and how it is taken back, where that is for real. */
export interface Done<C, A> {
  said: string;
  undo?: { to: C; call: (answer: A) => Promise<A>; said: string };
}

/** Makes a change: `to` is what is shown meanwhile, `call` asks the API for it. */
export type MakeChange<C, A = unknown> = (to: C, call: () => Promise<A>, done?: Done<C, A>) => void;

/**
 * What the page shows, and the one way of changing it: it is shown as changed at once, and as it was, with the reason,
 * where the API refuses. Taking a change back is a change like any other. Pending until the page shows what is so.
 */
export function useChange<S, C, A = unknown>(
  state: S,
  expect: (state: S, to: C) => S,
  onAnswer?: (answer: A) => void,
) {
  const router = useRouter();
  const [shown, expectNow] = useOptimistic(state, expect);
  const [pending, startTransition] = useTransition();

  const change: MakeChange<C, A> = useCallback(
    function make(to, call, done) {
      startTransition(async () => {
        expectNow(to);
        try {
          const answer = await call();
          onAnswer?.(answer);
          const undo = done?.undo;
          if (done)
            tellDone(done.said, undo && (() => make(undo.to, () => undo.call(answer), { said: undo.said })));
        } catch (error) {
          toast.error(sentenceOf(error));
        }
        // Also where it was refused: what is shown may be what was wrong.
        startTransition(() => router.refresh());
      });
    },
    [router, expectNow, onAnswer],
  );

  return { shown, pending, change };
}
