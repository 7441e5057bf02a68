"use client";

import { ChevronDown, ChevronUp, Download, Pause, Play, Search, WrapText } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

interface LogToolbarProps {
  /** Shown before the search field. */
  lead: ReactNode;
  query: string;
  /** The current match, from 1, and the number of matching lines. */
  position: number;
  count: number;
  following: boolean;
  wrap: boolean;
  download: { href: string; name: string };
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  onFollow: (following: boolean) => void;
  onWrap: (wrap: boolean) => void;
}

export function LogToolbar(props: LogToolbarProps) {
  const { lead, query, position, count, following, wrap, download } = props;
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-2.5 sm:px-4">
      {lead}
      <div className="relative min-w-44 flex-1 basis-full sm:basis-56">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-subtle"
        />
        <Input
          type="search"
          aria-label="Search the log"
          placeholder="Search"
          value={query}
          autoComplete="off"
          spellCheck={false}
          className="pr-36 pl-9 [&::-webkit-search-cancel-button]:hidden"
          onChange={(event) => props.onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") props.onQuery("");
            if (event.key !== "Enter") return;
            event.preventDefault();
            props.onStep(event.shiftKey ? -1 : 1);
          }}
        />
        <div className="absolute inset-y-0 right-1 flex items-center gap-0.5">
          <span role="status" className="tabular mr-1 text-ink-subtle text-xs">
            {query === "" ? "" : count === 0 ? "No matches" : `${position} of ${count}`}
          </span>
          {query === "" ? null : (
            <>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Previous match"
                onClick={() => props.onStep(-1)}
              >
                <ChevronUp aria-hidden="true" />
              </Button>
              <Button variant="ghost" size="icon-sm" aria-label="Next match" onClick={() => props.onStep(1)}>
                <ChevronDown aria-hidden="true" />
              </Button>
            </>
          )}
        </div>
      </div>
      <Toggle pressed={wrap} label="Wrap long lines" onPress={props.onWrap}>
        <WrapText aria-hidden="true" />
      </Toggle>
      <Button asChild size="icon" aria-label="Download the log" title="Download the log">
        <a href={download.href} download={download.name}>
          <Download aria-hidden="true" />
        </a>
      </Button>
      <Button className="max-sm:flex-1 sm:w-24" onClick={() => props.onFollow(!following)}>
        {following ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        {following ? "Pause" : "Follow"}
      </Button>
    </div>
  );
}

interface ToggleProps {
  pressed: boolean;
  label: string;
  onPress: (pressed: boolean) => void;
  children: ReactNode;
}

function Toggle({ pressed, label, onPress, children }: ToggleProps) {
  return (
    <Button
      size="icon"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className="aria-pressed:border-line-strong aria-pressed:bg-hover"
      onClick={() => onPress(!pressed)}
    >
      {children}
    </Button>
  );
}
