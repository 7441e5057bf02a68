import { eq, or } from "drizzle-orm";
import { handovers } from "@/lib/db/schema";
import type { Ctx } from "../app-context";
import { type Handover, toHandoverViews } from "./to-handover-views";

/** The stores that are offered to the account, and those that it offers. */
export function listHandovers({ app, actor }: Ctx): Handover[] {
  const mine = or(eq(handovers.toUserId, actor.userId), eq(handovers.fromUserId, actor.userId));
  return toHandoverViews(app.db, actor, mine);
}
