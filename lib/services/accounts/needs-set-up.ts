import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

/** Whether the installation has no admin yet. */
export function needsSetUp(tx: Pick<Tx, "select">): boolean {
  return tx.select({ id: users.id }).from(users).where(eq(users.role, "admin")).limit(1).get() === undefined;
}

/** Throws AppError `forbidden`: an account that is created before the first admin could become that admin. */
export function assertIsSetUp(tx: Pick<Tx, "select">): void {
  if (!needsSetUp(tx)) return;
  throw new AppError(
    "forbidden",
    "Storeyard has no admin account yet. Open the set-up link that npm run up printed first.",
  );
}
