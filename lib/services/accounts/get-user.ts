import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";
import { getUserRow } from "./get-user-row";
import { type Account, toAccountView } from "./to-account-view";

/** Any account, for an admin. */
export function getUser({ app, actor }: Ctx, id: string): Account {
  assertAdmin(actor);
  return toAccountView(app.db, getUserRow(app.db, id));
}
