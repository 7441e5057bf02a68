import type { Ctx } from "../context";
import { getUserRow } from "./get-user-row";
import { type Account, seeAccount } from "./see-account";

/** The account that is signed in. */
export function getMe({ app, actor }: Ctx): Account {
  return seeAccount(app.db, getUserRow(app.db, actor.userId));
}
