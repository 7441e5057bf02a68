import { and, desc, eq, gt } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { audit, users } from "@/lib/db/schema";
import { addressParty } from "@/lib/domain/rate";

const recentMs = 30 * 24 * 60 * 60 * 1_000;
/** Upper bound for accounts with many sign-ins; the latest ones count. */
const maxSignIns = 200;

/** Whether the account signed in from this address, or its network, in the last 30 days. */
export function hasSignedInFrom(
  app: { db: Db },
  email: string,
  address: string | null,
  now = new Date(),
): boolean {
  if (address === null) return false;
  const party = addressParty(address);
  return app.db
    .select({ address: audit.address })
    .from(users)
    .innerJoin(audit, eq(audit.actorId, users.id))
    .where(
      and(
        eq(audit.action, "signIn"),
        eq(audit.result, "ok"),
        eq(users.email, email.trim().toLowerCase()),
        gt(audit.at, new Date(now.getTime() - recentMs)),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(maxSignIns)
    .all()
    .some((signIn) => addressParty(signIn.address) === party);
}
