import type { Metadata } from "next";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { ExportLinks } from "@/components/audit/export-links";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { Pager } from "@/components/list/pager";
import { searchParam } from "@/components/list/search-param";
import { requireCtx } from "@/lib/auth/current-actor";
import { actsAsAdmin } from "@/lib/domain/actor";
import * as contract from "@/lib/http/contract/audit";
import { toAuditResource } from "@/lib/http/resources/audit-resource";
import { listAudit } from "@/lib/services/audit/list-audit";

export const metadata: Metadata = { title: "Audit log" };

const filterNames = ["q", "actor", "action", "target", "targetType", "result", "from", "to"] as const;

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const ctx = await requireCtx();
  const search = await searchParams;
  const filters = Object.fromEntries(filterNames.map((name) => [name, searchParam(search[name])]));
  const cursor = searchParam(search.cursor);
  const parsed = contract.listAudit.query.safeParse(onlyGiven({ ...filters, cursor }));
  const page = parsed.success ? listAudit(ctx, parsed.data) : { entries: [], nextCursor: null };
  const issues = parsed.error?.issues ?? [];
  return (
    <Page>
      <PageHeader
        title={actsAsAdmin(ctx.actor) ? "Audit log" : "Your activity"}
        description={
          actsAsAdmin(ctx.actor)
            ? "Every action with its actor, target and result. Entries can’t be changed."
            : "Your actions, and all actions on your stores."
        }
        actions={parsed.success ? <ExportLinks query={filters} /> : null}
      />
      <AuditFilters
        given={filters}
        errors={Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]))}
      />
      <AuditList entries={page.entries.map(toAuditResource)} />
      <Pager path="/audit" query={filters} cursor={cursor} nextCursor={page.nextCursor} />
    </Page>
  );
}

function onlyGiven(query: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
