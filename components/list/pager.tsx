import { ChevronRight, ChevronsLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "../ui/button";

interface PagerProps {
  /** The list's path and filters. */
  path: string;
  query: Record<string, string | undefined>;
  /** The current page's cursor; absent on the first page. */
  cursor: string | undefined;
  nextCursor: string | null;
}

/** Links to the first and the next page of a list; renders nothing if there is only one page. */
export function Pager({ path, query, cursor, nextCursor }: PagerProps) {
  if (cursor === undefined && nextCursor === null) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
      {cursor === undefined ? null : (
        <Button asChild>
          <Link href={addressOf(path, query)}>
            <ChevronsLeft aria-hidden="true" />
            First page
          </Link>
        </Button>
      )}
      {nextCursor === null ? null : (
        <Button asChild>
          <Link href={addressOf(path, { ...query, cursor: nextCursor })}>
            Next page
            <ChevronRight aria-hidden="true" />
          </Link>
        </Button>
      )}
    </nav>
  );
}

function addressOf(path: string, query: Record<string, string | undefined>): Route {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return (search === "" ? path : `${path}?${search}`) as Route;
}
