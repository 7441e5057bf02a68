import type { AuditResource } from "@/lib/http/resources/audit-resource";

export const targetLabels: Record<AuditResource["target"]["type"], string> = {
  store: "Stores",
  user: "Accounts",
  session: "Sessions",
  token: "API tokens",
  link: "Invitations and links",
  plan: "Plans",
  platform: "The installation",
};

export const viaLabels: Record<AuditResource["via"], string> = {
  session: "in the browser",
  token: "with an API token",
  link: "by a link",
  none: "not signed in",
};

/** How a deed was refused, by the code of its problem. */
export const refusalLabels: Record<string, string> = {
  unauthenticated: "Not let in",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Conflict",
  limit_reached: "Limit reached",
  precondition_failed: "Changed in between",
  invalid: "Refused",
  rate_limited: "Too often",
};
