import { eq, or } from "drizzle-orm";
import { handovers } from "@/lib/db/schema";
import type { Ctx } from "../app-context";
import { type Handover, toHandoverViews } from "./to-handover-views";

/** The open offers to the account and from it. */
export function listHandovers({ app, actor }: Ctx): Handover[] {
  const mine = or(eq(handovers.toUserId, actor.userId), eq(handovers.fromUserId, actor.userId));
  return toHandoverViews(app.db, actor, mine);
}
