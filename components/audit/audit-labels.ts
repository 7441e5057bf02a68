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
  session: "Session",
  token: "API token",
  link: "Link",
  none: "Not signed in",
};

/** Labels of failed results, by problem code. */
export const refusalLabels: Record<string, string> = {
  unauthenticated: "Not authenticated",
  forbidden: "Forbidden",
  not_found: "Not found",
  conflict: "Conflict",
  limit_reached: "Limit reached",
  precondition_failed: "Precondition failed",
  invalid: "Invalid",
  rate_limited: "Rate limited",
};
