import { eq, or } from "drizzle-orm";
import { handovers } from "@/lib/db/schema";
import type { Ctx } from "../context";
import { type Handover, seeHandovers } from "./see-handovers";

/** The stores that are offered to the account, and those that it offers. */
export function listHandovers({ app, actor }: Ctx): Handover[] {
  const mine = or(eq(handovers.toUserId, actor.userId), eq(handovers.fromUserId, actor.userId));
  return seeHandovers(app.db, actor, mine);
}
