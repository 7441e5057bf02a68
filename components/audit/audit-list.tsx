import { ScrollText } from "lucide-react";
import type { AuditResource } from "@/lib/http/resources/audit-resource";
import { Card } from "../ui/card";
import { Empty } from "../ui/empty";
import { AuditRow } from "./audit-row";

export function AuditList({ entries }: { entries: AuditResource[] }) {
  return (
    <Card aria-label="Audit log">
      {entries.length === 0 ? (
        <Empty icon={<ScrollText />} title="Nothing of this kind">
          Nothing in the log is like this. Take a filter away, or choose other days.
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
