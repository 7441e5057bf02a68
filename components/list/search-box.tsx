import { Search } from "lucide-react";
import type { Route } from "next";
import Form from "next/form";
import { Input } from "../ui/input";

interface SearchBoxProps {
  path: Route;
  /** The field's label, e.g. "Search accounts by e-mail". */
  label: string;
  value: string | undefined;
}

/** A search field whose text is in the URL, so that it can be bookmarked and shared. */
export function SearchBox({ path, label, value }: SearchBoxProps) {
  return (
    <Form action={path} role="search" className="relative w-full sm:w-72">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-subtle"
      />
      {/* The key resets the field when the URL changes. */}
      <Input
        key={value}
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
        className="pl-9"
      />
    </Form>
  );
}
