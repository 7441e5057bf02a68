import { z } from "zod";
import type { Session } from "@/lib/services/sessions/list-sessions";

const instant = z.iso.datetime();

/** A session of a browser, as the API returns it. */
export const sessionResource = z
  .object({
    id: z.string(),
    method: z.string().meta({ description: "How it was signed in: `password`, or the id of a provider." }),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    createdAt: instant,
    lastSeenAt: instant.meta({ description: "Rounded to the minute." }),
    expiresAt: instant,
    current: z.boolean().meta({ description: "Whether it is the session of this request." }),
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
