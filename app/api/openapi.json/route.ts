import { getApiDocument } from "@/lib/http/contract/documentation";
import { apiDocument } from "@/lib/http/openapi/build-document";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";

/** The same for everyone, and for as long as the app runs. */
export const GET = serve(getApiDocument, () => ({
  ...ok(apiDocument()),
  headers: { "Cache-Control": "public, max-age=300", Vary: "Accept-Encoding" },
}));
