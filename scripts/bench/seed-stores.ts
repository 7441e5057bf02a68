import { randomUUID } from "node:crypto";
import { openDatabase, transact } from "@/lib/db/connect";
import { storeMembers, stores, users } from "@/lib/db/schema";
import { storeTypes } from "@/lib/engines/store-types";
import { createToken } from "@/lib/services/accounts/tokens";

/** Creates a database in which one account owns that many stores, every third with a cause. Returns the account's token. */
export function seedStores(databaseFile: string, count: number): string {
  const db = openDatabase(databaseFile);
  try {
    const ownerId = randomUUID();
    const begunAt = Date.now() - count * 60_000;
    transact(db, (tx) => {
      tx.insert(users)
        .values({ id: ownerId, email: "owner@example.com", role: "member", createdAt: new Date(begunAt) })
        .run();
      for (let n = 0; n < count; n += 1) {
        const id = randomUUID();
        const at = new Date(begunAt + n * 60_000);
        const isUnready = n % 3 === 0;
        tx.insert(stores)
          .values({
            id,
            name: `store-${n}`,
            type: storeTypes[n % storeTypes.length] ?? "",
            ownerId,
            desired: "ready",
            phase: isUnready ? "unready" : "ready",
            cause: isUnready
              ? {
                  code: "out_of_memory",
                  component: "shop",
                  message: "The shop was ended for using more memory than it may.",
                  next: "Give it a larger plan.",
                  waitingMayCure: true,
                }
              : null,
            config: {
              title: `Store number ${n}`,
              adminEmail: "owner@example.com",
              country: "DE",
              currency: "EUR",
              sampleProduct: true,
            },
            url: `http://store-store-${n}.localhost:8080`,
            createdAt: at,
            updatedAt: at,
            readyAt: at,
          })
          .run();
        tx.insert(storeMembers).values({ storeId: id, userId: ownerId, role: "owner", createdAt: at }).run();
      }
    });
    return createToken({ db }, ownerId, { name: "bench", scope: "read" }).token;
  } finally {
    db.$client.close();
  }
}
