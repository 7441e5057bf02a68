import { and, desc, eq, sql } from "drizzle-orm";
import { links, users } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/actor";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";
import { isOpen } from "./links";

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  /** E-mail address of the admin; null if that account was deleted. */
  invitedBy: string | null;
}

/** The invitations that can still be accepted, newest first. */
export function listInvitations({ app, actor }: Ctx): Invitation[] {
  assertAdmin(actor);
  return app.db
    .select({
      id: links.id,
      // An invitation always has an address.
      email: sql<string>`${links.email}`,
      role: links.role,
      createdAt: links.createdAt,
      expiresAt: links.expiresAt,
      invitedBy: users.email,
    })
    .from(links)
    .leftJoin(users, eq(users.id, links.createdBy))
    .where(and(eq(links.kind, "invitation"), isOpen()))
    .orderBy(desc(links.createdAt), desc(links.id))
    .all();
}
