"use client";

import { useEffect, useState } from "react";
import { whyNotStoreName } from "@/lib/domain/why-not-store-name";

export type NameVerdict =
  | { state: "checking" }
  | { state: "free" }
  | { state: "taken"; reason: string }
  | null;

interface Answer {
  name: string;
  available: boolean;
  reason: string | null;
}

const debounceMs = 250;

/** Asks the server, after a pause in typing, whether the name is available; null for an invalid name. */
export function useNameCheck(name: string): NameVerdict {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const isValid = whyNotStoreName(name) === null;

  useEffect(() => {
    if (!isValid) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/store-names/${name}`, { signal: abort.signal });
        if (response.ok) setAnswer({ name, ...(await response.json()) });
      } catch {
        // Aborted by the next key, or offline: creating the store checks the name again.
      }
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [name, isValid]);

  if (!isValid) return null;
  if (answer?.name !== name) return { state: "checking" };
  if (answer.available) return { state: "free" };
  return { state: "taken", reason: answer.reason ?? "This name is taken." };
}
