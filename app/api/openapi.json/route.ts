import { getApiDocument } from "@/lib/http/contract/documentation";
import { apiDocument } from "@/lib/http/openapi/build-document";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";

/** The same document for every caller, until the app is restarted. */
export const GET = serve(getApiDocument, () => ({
  ...ok(apiDocument()),
  headers: { "Cache-Control": "public, max-age=300", Vary: "Accept-Encoding" },
}));
