import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../context";
import { getUserRow } from "./get-user-row";
import { type Account, seeAccount } from "./see-account";

/** Any account, for an admin. */
export function getUser({ app, actor }: Ctx, id: string): Account {
  assertAdmin(actor);
  return seeAccount(app.db, getUserRow(app.db, id));
}
