import type { Role } from "@/lib/domain/actor";

export const roleLabels: Record<Role, string> = { member: "Member", admin: "Admin" };

/** What a role lets somebody do, in a sentence. */
export const roleMeanings: Record<Role, string> = {
  member: "Opens stores of their own, and works on those they are added to.",
  admin: "Runs the installation too: accounts, plans, the audit log, and every store.",
};
