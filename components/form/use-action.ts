"use client";

import { useCallback } from "react";
import { type Done, useChange } from "./use-change";

const same = () => null;

/** Something done that can't be shown before it is done: pending until the page shows it. */
export function useAction<A>() {
  const { pending, change } = useChange<null, null, A>(null, same);
  const act = useCallback(
    (call: () => Promise<A>, done: Done<null, A>) => change(null, call, done),
    [change],
  );
  return { pending, act };
}
