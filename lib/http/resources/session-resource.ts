import { z } from "zod";
import type { Session } from "@/lib/services/sessions/list-sessions";

const instant = z.iso.datetime();

/** A browser that is signed in, as the API gives it. */
export const sessionResource = z
  .object({
    id: z.string(),
    method: z.string().meta({ description: "What it signed in with: password, or the id of a provider." }),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    createdAt: instant,
    lastSeenAt: instant.meta({ description: "To the minute." }),
    expiresAt: instant,
    current: z.boolean().meta({ description: "Whether it is the one that asks." }),
  })
  .meta({ id: "Session" });

export type SessionResource = z.infer<typeof sessionResource>;

export function toSessionResource(session: Session): SessionResource {
  return {
    ...session,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}
