import type { Tone } from "../ui/badge";

let current: Tone | null = null;
const listeners = new Set<() => void>();

/** Sets the tone of the tab's icon; null for the plain icon. */
export function setTabTone(tone: Tone | null): void {
  current = tone;
  for (const listener of listeners) listener();
}

export function readTabTone(): Tone | null {
  return current;
}

export function subscribeToTabTone(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
