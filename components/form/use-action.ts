"use client";

import { useCallback } from "react";
import { type Done, useChange } from "./use-change";

const same = () => null;

/** Runs an action that has no optimistic state. It is pending until the page shows the result. */
export function useAction<A>() {
  const { pending, change } = useChange<null, null, A>(null, same);
  const act = useCallback(
    (call: () => Promise<A>, done: Done<null, A>) => change(null, call, done),
    [change],
  );
  return { pending, act };
}
