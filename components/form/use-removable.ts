"use client";

import { useChange } from "./use-change";

const without = <T extends { id: string }>(list: T[], id: string) => list.filter((entry) => entry.id !== id);

/** A list whose entries can be taken away for good: gone at once, and back, with the reason, where that is refused. */
export function useRemovable<T extends { id: string }>(list: T[]) {
  const { shown, change } = useChange<T[], string>(list, without);
  const remove = (id: string, call: () => Promise<unknown>, said: string) => change(id, call, { said });
  return { shown, remove };
}
