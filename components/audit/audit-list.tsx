import { ScrollText } from "lucide-react";
import type { AuditResource } from "@/lib/http/resources/audit-resource";
import { Card } from "../ui/card";
import { Empty } from "../ui/empty";
import { AuditRow } from "./audit-row";

export function AuditList({ entries }: { entries: AuditResource[] }) {
  return (
    <Card aria-label="Audit log">
      {entries.length === 0 ? (
        <Empty icon={<ScrollText />} title="No entries found">
          No entry matches these filters. Remove a filter or change the dates.
        </Empty>
      ) : (
        <ul className="divide-y divide-line">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </Card>
  );
}
