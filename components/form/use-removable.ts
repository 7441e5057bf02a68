"use client";

import { useChange } from "./use-change";

const without = <T extends { id: string }>(list: T[], id: string) => list.filter((entry) => entry.id !== id);

/** A list whose entries can be removed. A removed entry disappears at once and comes back if the API refuses. */
export function useRemovable<T extends { id: string }>(list: T[]) {
  const { shown, change } = useChange<T[], string>(list, without);
  const remove = (id: string, call: () => Promise<unknown>, message: string) => change(id, call, { message });
  return { shown, remove };
}
