"use client";

import { ArrowDown } from "lucide-react";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from "react";
import { startSentence } from "@/lib/domain/start-sentence";
import { useClusterAway } from "../live/use-cluster-away";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Spinner } from "../ui/spinner";
import { findMatches } from "./find-matches";
import { LogLines } from "./log-lines";
import { LogToolbar } from "./log-toolbar";
import { useFollowEnd } from "./use-follow-end";
import { useLogStream } from "./use-log-stream";

interface LogViewerProps {
  /** Shown before the search field: the choice of the component. */
  lead: ReactNode;
  store: string;
  component: string;
  /** The component in a sentence, e.g. "the database". */
  phrase: string;
}

/** After this time without lines, the log counts as empty. */
const silentMs = 1_500;

/** The log of one component of a store. It follows new lines until the user scrolls up. */
export function LogViewer({ lead, store, component, phrase }: LogViewerProps) {
  const [following, setFollowing] = useState(true);
  const [wrap, setWrap] = useState(true);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<number | null>(null);
  const { buffer, held, link, refusal } = useLogStream(store, component, following);
  const away = useClusterAway();
  const sought = useDeferredValue(query);
  const matches = useMemo(() => findMatches(buffer.chunks, sought), [buffer.chunks, sought]);
  const current = chosen !== null && matches.includes(chosen) ? chosen : (matches.at(-1) ?? null);
  const { box, content, onScroll } = useFollowEnd(following, setFollowing, buffer, buffer.size > 0);
  const silent = useSilence(`${component} ${link}`, buffer.size);

  function goTo(step: 1 | -1) {
    if (matches.length === 0) return;
    const at = current === null ? -1 : matches.indexOf(current);
    const next = matches[(at + step + matches.length) % matches.length] ?? null;
    setChosen(next);
    setFollowing(false);
    box.current?.querySelector(`[data-number="${next}"]`)?.scrollIntoView({ block: "center" });
  }

  return (
    <>
      <LogToolbar
        lead={lead}
        query={query}
        position={current === null ? 0 : matches.indexOf(current) + 1}
        count={matches.length}
        following={following}
        wrap={wrap}
        download={{
          href: `/api/stores/${store}/logs?component=${component}&tail=5000`,
          name: `${store}-${component}.log`,
        }}
        onQuery={setQuery}
        onStep={goTo}
        onFollow={setFollowing}
        onWrap={setWrap}
      />
      {refusal || away ? (
        <Callout tone="warn" title={refusal ?? "The cluster is unreachable."} role="status" className="m-4">
          {away ? "The log continues when it is reachable again." : null}
        </Callout>
      ) : null}
      <div className="relative">
        <section
          ref={box}
          aria-label={`Log of ${phrase}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus to be scrolled by keys.
          tabIndex={0}
          onScroll={onScroll}
          className="h-[max(14rem,calc(100dvh-20rem))] sm:h-[max(24rem,calc(100dvh-26.5rem))] overflow-auto rounded-b-lg bg-sunken py-2 font-mono text-ink-muted text-xs leading-5 outline-offset-[-2px] [overflow-anchor:none]"
        >
          <div ref={content}>
            {buffer.chunks.map((chunk) => (
              <LogLines
                key={chunk.id}
                chunk={chunk}
                query={sought}
                current={sought === "" ? null : current}
                wrap={wrap}
              />
            ))}
          </div>
          {buffer.size === 0 ? (
            <EmptyLog phrase={phrase} silent={silent} refused={refusal !== null || away} />
          ) : null}
        </section>
        <LinkNote lost={link === "lost" && refusal === null} />
        {following || buffer.size === 0 ? null : (
          <Button
            size="sm"
            className="absolute right-4 bottom-4 animate-rise shadow-float"
            onClick={() => setFollowing(true)}
          >
            <ArrowDown aria-hidden="true" />
            {held.length === 0
              ? "Go to newest line"
              : `${held.length} new ${held.length === 1 ? "line" : "lines"}`}
          </Button>
        )}
      </div>
    </>
  );
}

function EmptyLog({ phrase, silent, refused }: { phrase: string; silent: boolean; refused: boolean }) {
  if (refused) return null;
  return (
    <div
      role="status"
      className="grid h-full place-items-center px-6 text-center font-sans text-sm leading-6"
    >
      {silent ? (
        <div>
          <p className="font-medium text-ink">{startSentence(phrase)} log is empty</p>
          <p className="mt-1 text-balance">New lines appear here automatically.</p>
        </div>
      ) : (
        <p className="flex items-center gap-2.5">
          <Spinner />
          Loading {phrase} log
        </p>
      )}
    </div>
  );
}

function LinkNote({ lost }: { lost: boolean }) {
  return (
    <div role="status" className="empty:hidden">
      {lost ? (
        <p className="absolute top-3 right-4 flex items-center gap-2 rounded-full border border-warn-line bg-warn-soft px-3 py-1 font-medium text-warn text-xs shadow-float">
          <Spinner className="size-3.5" />
          Reconnecting…
        </p>
      ) : null}
    </div>
  );
}

/** Whether no line has arrived for `silentMs`. */
function useSilence(subject: string, size: number): boolean {
  const [silent, setSilent] = useState(false);
  // Another subject starts again.
  useEffect(() => {
    setSilent(false);
    if (size > 0) return;
    const timer = setTimeout(() => setSilent(true), silentMs);
    return () => clearTimeout(timer);
  }, [subject, size > 0]);
  return silent;
}
