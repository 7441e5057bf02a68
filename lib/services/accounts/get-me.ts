import type { Ctx } from "../app-context";
import { getUserRow } from "./get-user-row";
import { type Account, toAccountView } from "./to-account-view";

/** The signed-in account. */
export function getMe({ app, actor }: Ctx): Account {
  return toAccountView(app.db, getUserRow(app.db, actor.userId));
}
