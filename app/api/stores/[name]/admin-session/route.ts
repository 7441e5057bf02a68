import * as contract from "@/lib/http/contract/insight";
import { adminEntryPage, refusedEntryPage, wantsPage } from "@/lib/http/exports/admin-entry-page";
import type { Problem } from "@/lib/http/serving/problem";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { openAdmin } from "@/lib/services/stores/open-admin";

const answer = serve(contract.openAdmin, async ({ ctx, params, request }) => {
  const opened = await openAdmin(ctx, params.name);
  return wantsPage(request) ? adminEntryPage(opened) : ok(opened);
});

/** The dashboard sends a form to a tab of its own: what is refused is said there, and not as JSON. */
export async function POST(request: Request, context: RouteContext<"/api/stores/[name]/admin-session">) {
  const response = await answer(request, context);
  if (response.ok || !wantsPage(request)) return response;
  const { detail, status } = (await response.json()) as Problem;
  const { name } = await context.params;
  return refusedEntryPage(detail, status, `/stores/${encodeURIComponent(name)}`);
}
