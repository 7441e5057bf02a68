"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import type { LogLine } from "@/lib/domain/inspection";
import type { Problem } from "@/lib/http/resources/problem-resource";
import { goToSignIn } from "../api-client";
import type { Link } from "../live/live-provider";
import { useEventSource } from "../live/use-event-source";
import { addLines, emptyLog, isLater, type LogBuffer, mostLines } from "./log-buffer";

/** The number of earlier lines to load. */
const tail = 2_000;
/** Lines come in bursts: they are rendered in batches. */
const drawEveryMs = 80;
const kinds = ["line"];

interface Shown {
  buffer: LogBuffer;
  /** Lines that arrived while the log is paused. */
  held: LogLine[];
}

type Change = { add: LogLine[]; hold: boolean } | "release";

function change(shown: Shown, action: Change): Shown {
  if (action === "release") return { buffer: addLines(shown.buffer, shown.held), held: [] };
  if (action.hold) return { ...shown, held: [...shown.held, ...action.add].slice(-mostLines) };
  return { buffer: addLines(shown.buffer, action.add), held: [] };
}

/**
 * Streams the log of one component. While it is not followed, new lines are held back. Another component needs another
 * instance (a React key).
 */
export function useLogStream(store: string, component: string, following: boolean) {
  const path = `/api/stores/${store}/logs`;
  const [shown, dispatch] = useReducer(change, { buffer: emptyLog, held: [] });
  const [link, setLink] = useState<Link>("idle");
  const [refusal, setRefusal] = useState<string | null>(null);
  const received = useRef<LogLine[]>([]);
  const lastOf = useRef(new Map<string, string>());

  useEffect(() => {
    if (following) dispatch("release");
    const timer = setInterval(() => {
      const add = received.current.splice(0);
      if (add.length > 0) dispatch({ add, hold: !following });
    }, drawEveryMs);
    return () => clearInterval(timer);
  }, [following]);

  useEventSource({
    address: () => `${path}/stream?component=${component}&tail=${tail}`,
    subject: `${path} ${component}`,
    kinds,
    onLink(next) {
      setLink(next);
      if (next === "open") setRefusal(null);
    },
    onMessage({ data }) {
      const line = JSON.parse(data) as LogLine;
      // A reopened stream starts with lines that are already shown.
      const last = lastOf.current.get(line.pod);
      if (last !== undefined && !isLater(line.at, last)) return;
      lastOf.current.set(line.pod, line.at);
      received.current.push(line);
    },
    async onGivenUp() {
      const answer = await fetch(`${path}?component=${component}&tail=1`).catch(() => null);
      if (answer === null || answer.ok) return "retry";
      if (answer.status === 401) goToSignIn();
      const problem = (await answer.json().catch(() => null)) as Problem | null;
      setRefusal(problem?.detail ?? "The log is unavailable. Try again in a moment.");
      return answer.status >= 500 || answer.status === 429 ? "retry" : "stop";
    },
  });

  return { ...shown, link, refusal };
}
