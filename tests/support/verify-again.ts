import { eq } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { TestPlatform } from "./test-platform";

/** Queues an operation that has to verify the store once more. */
export function verifyAgain({ deps }: TestPlatform, name: string): void {
  const row = deps.db
    .update(stores)
    .set({ verifiedDigest: null })
    .where(eq(stores.name, name))
    .returning()
    .get();
  deps.operations.enqueue(deps.db, row, { kind: "repair", requester: null, state: {} });
}
