import { adminEntryPage, refusedEntryPage, wantsPage } from "@/lib/http/admin-entry-page";
import * as contract from "@/lib/http/contract/insight";
import type { Problem } from "@/lib/http/problem";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
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
