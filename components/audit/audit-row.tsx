import { ChevronRight } from "lucide-react";
import type { AuditResource } from "@/lib/http/resources/audit-resource";
import { Instant } from "../live/instant";
import { Badge } from "../ui/badge";
import { refusalLabels, viaLabels } from "./audit-labels";
import { describeAction } from "./describe-action";

/** An audit entry: action, target, actor and time. Expanding it shows the other fields. */
export function AuditRow({ entry }: { entry: AuditResource }) {
  const done = entry.result === "ok";
  return (
    <li>
      <details className="group">
        <summary className="flex list-none items-start gap-2.5 px-4 py-3 outline-offset-[-2px] transition-colors duration-150 hover:bg-hover/50 sm:px-5">
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-4 shrink-0 text-ink-subtle transition-transform duration-150 group-open:rotate-90"
          />
          <div className="grid min-w-0 flex-1 gap-x-6 gap-y-0.5 md:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_9rem]">
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <span className="font-medium">{describeAction(entry.action)}</span>
              {entry.target.name === "" || entry.target.name === entry.actor?.email ? null : (
                <span className="min-w-0 wrap-anywhere text-ink-muted">{entry.target.name}</span>
              )}
              {done ? null : <Badge tone="warn">{refusalLabels[entry.result] ?? entry.result}</Badge>}
              {entry.onBehalfOf ? (
                <Badge tone="busy" className="max-w-full">
                  <span className="truncate">
                    As admin, for {entry.onBehalfOf.email ?? "a deleted account"}
                  </span>
                </Badge>
              ) : null}
            </p>
            <p className="min-w-0 wrap-anywhere text-[0.8125rem] text-ink-muted leading-5">
              {entry.actor?.email ?? "Not signed in"}
            </p>
            <p className="text-[0.8125rem] text-ink-subtle leading-5 md:text-right">
              <Instant at={entry.at} />
            </p>
          </div>
        </summary>
        <dl className="grid gap-x-6 gap-y-2 border-line border-t bg-sunken/50 px-4 py-3.5 text-[0.8125rem] leading-5 sm:grid-cols-2 sm:px-5 sm:pl-11.5">
          <Part term="Via">{viaLabels[entry.via]}</Part>
          <Part term="IP address">{entry.address}</Part>
          <Part term="Action">{entry.action}</Part>
          <Part term="Result">{entry.result}</Part>
          <Part term="Credential">{entry.credentialId}</Part>
          <Part term="Request ID">{entry.requestId}</Part>
          <Part term="Target ID">{entry.target.id}</Part>
          <Part term="User agent">{entry.userAgent}</Part>
          {Object.entries(entry.detail ?? {}).map(([key, value]) => (
            <Part key={key} term={key}>
              {value === null ? "–" : String(value)}
            </Part>
          ))}
        </dl>
      </details>
    </li>
  );
}

function Part({ term, children }: { term: string; children: string | null }) {
  if (children === null) return null;
  return (
    <div className="flex min-w-0 gap-3">
      <dt className="w-28 shrink-0 text-ink-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere font-mono text-xs leading-5">{children}</dd>
    </div>
  );
}
