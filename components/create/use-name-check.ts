"use client";

import { useEffect, useState } from "react";
import { whyNotStoreName } from "@/lib/domain/why-not-store-name";

export type NameVerdict = { state: "asking" } | { state: "free" } | { state: "taken"; reason: string } | null;

interface Answer {
  name: string;
  available: boolean;
  reason: string | null;
}

/** Nobody types slower than this who is still typing. */
const pauseMs = 250;

/** Asks whether a store could be called that, once one stops typing; null for what could be nobody's name. */
export function useNameCheck(name: string): NameVerdict {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const worthAsking = whyNotStoreName(name) === null;

  useEffect(() => {
    if (!worthAsking) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/store-names/${name}`, { signal: abort.signal });
        if (response.ok) setAnswer({ name, ...(await response.json()) });
      } catch {
        // Typed on, or offline: creating it asks again, and for good.
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [name, worthAsking]);

  if (!worthAsking) return null;
  if (answer?.name !== name) return { state: "asking" };
  if (answer.available) return { state: "free" };
  return { state: "taken", reason: answer.reason ?? "This name is taken." };
}
