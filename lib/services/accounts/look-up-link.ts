import type { AnonymousCtx, Ctx } from "../app-context";
import { getOpenLink, type LinkRow } from "./links";

/** What a link is for, before it is used. Throws AppError `not_found`. */
export function lookUpLink({ app }: AnonymousCtx | Ctx, secret: string): LinkRow {
  return getOpenLink(app.db, secret);
}
