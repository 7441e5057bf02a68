"use client";

import { Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { StoreType } from "@/lib/domain/store";
import type { StoreSort } from "@/lib/domain/store-filter";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Spinner } from "../ui/spinner";
import { type StoreQuery, storesPath } from "./store-query";

interface StoreFiltersProps {
  query: StoreQuery;
  types: { type: StoreType; label: string }[];
  /** Offers the filter by owner, for admins. */
  byOwner: boolean;
}

const debounceMs = 250;

/** The list's search, filters and order. The URL holds them. */
export function StoreFilters({ query, types, byOwner }: StoreFiltersProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  function change(part: StoreQuery) {
    startTransition(() => router.replace(storesPath(query, part) as Route, { scroll: false }));
  }

  return (
    <search className="grid grid-cols-2 gap-2 sm:flex">
      <TypedFilter
        label="Search stores"
        value={query.q ?? ""}
        pending={pending}
        className="col-span-2 sm:flex-1"
        shortcut
        onChange={(q) => change({ q })}
      />
      {byOwner ? (
        <TypedFilter
          label="Owner’s e-mail"
          value={query.owner ?? ""}
          className="col-span-2 sm:w-56"
          onChange={(owner) => change({ owner })}
        />
      ) : null}
      <div className="sm:w-40">
        <Select
          aria-label="Type"
          value={query.type ?? ""}
          onChange={(event) => change({ type: event.target.value || undefined })}
        >
          <option value="">All types</option>
          {types.map(({ type, label }) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <div className="sm:w-40">
        <Select
          aria-label="Order"
          value={query.sort ?? "newest"}
          onChange={(event) => {
            const sort = event.target.value as StoreSort;
            change({ sort: sort === "newest" ? undefined : sort });
          }}
        >
          <option value="newest">Newest first</option>
          <option value="oldest">Oldest first</option>
          <option value="name">Name</option>
        </Select>
      </div>
    </search>
  );
}

interface TypedFilterProps {
  label: string;
  value: string;
  pending?: boolean;
  className: string;
  /** Focuses the field with the key "/". */
  shortcut?: true;
  onChange: (value: string | undefined) => void;
}

/** A text filter that applies after a pause in typing, and follows the URL on back and forward. */
function TypedFilter({ label, value, pending, className, shortcut, onChange }: TypedFilterProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);

  if (value !== asked) {
    setAsked(value);
    if (typed.trim() === asked) setTyped(value);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!shortcut) return;
    function onKey(event: KeyboardEvent) {
      const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || inField || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shortcut]);

  function ask(text: string, afterMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(text.trim() || undefined), afterMs);
  }

  return (
    <div className={`relative ${className}`}>
      {shortcut ? (
        <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-ink-subtle">
          {pending ? <Spinner /> : <Search aria-hidden="true" className="size-4" />}
        </span>
      ) : null}
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={shortcut ? 100 : 254}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className={shortcut ? "pl-9" : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          ask(event.target.value, debounceMs);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") ask(typed, 0);
        }}
      />
    </div>
  );
}
