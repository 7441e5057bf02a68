import { ChevronRight, ChevronsLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "../ui/button";

interface PagerProps {
  /** The list's page, and what it is filtered by. */
  path: string;
  query: Record<string, string | undefined>;
  /** Where this page begins; absent on the first one. */
  cursor: string | undefined;
  nextCursor: string | null;
}

/** Goes on through a list that is read page by page on the server. Nothing where one page holds it all. */
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
