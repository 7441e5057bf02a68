import { and, gt, isNull, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { sessions, tokens, users } from "@/lib/db/schema";

/** A time, or a placeholder for one. */
type Moment = Date | SQLWrapper;

/** Condition for a valid session; needs a join with `users`. */
export function isLiveSession(now: Moment): SQL | undefined {
  return and(gt(sessions.expiresAt, now), isNull(users.disabledAt));
}

/** Condition for a valid API token; needs a join with `users`. */
export function isLiveToken(now: Moment): SQL | undefined {
  return and(or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)), isNull(users.disabledAt));
}
