import { and, gt, isNull, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { sessions, tokens, users } from "@/lib/db/schema";

/** A moment, or a placeholder of one. */
type Moment = Date | SQLWrapper;

/** What makes a session let its account in, `users` being joined. */
export function isLiveSession(now: Moment): SQL | undefined {
  return and(gt(sessions.expiresAt, now), isNull(users.disabledAt));
}

/** What makes an API token let its account in, `users` being joined. */
export function isLiveToken(now: Moment): SQL | undefined {
  return and(or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)), isNull(users.disabledAt));
}
