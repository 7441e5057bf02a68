import * as contract from "@/lib/http/contract/store-admin";
import type { Problem } from "@/lib/http/resources/problem-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { openAdmin } from "@/lib/services/stores/open-admin";
import { adminEntryPage, refusedEntryPage, wantsPage } from "./admin-entry-page";

const answer = serve(contract.openAdmin, async ({ ctx, params, query, request }) => {
  const opened = await openAdmin(ctx, params.name, query);
  return wantsPage(request) ? adminEntryPage(opened) : ok(opened);
});

/** The dashboard submits a form in a new tab, which shows a refusal as a page. */
export async function POST(request: Request, context: RouteContext<"/api/stores/[name]/admin-session">) {
  const response = await answer(request, context);
  if (response.ok || !wantsPage(request)) return response;
  const { detail, status } = (await response.json()) as Problem;
  const { name } = await context.params;
  return refusedEntryPage(detail, status, `/stores/${encodeURIComponent(name)}`);
}
