import { Download } from "lucide-react";
import { Button } from "../ui/button";

/** Downloads all filtered entries as a file. */
export function ExportLinks({ query }: { query: Record<string, string | undefined> }) {
  return (
    <>
      {(["csv", "jsonl"] as const).map((format) => (
        <Button key={format} asChild>
          <a href={addressOf({ ...query, format })} download>
            <Download aria-hidden="true" />
            {format === "csv" ? "CSV" : "JSON lines"}
          </a>
        </Button>
      ))}
    </>
  );
}

function addressOf(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/api/audit/export?${new URLSearchParams(given)}`;
}
