import type { Role } from "@/lib/domain/actor";

export const roleLabels: Record<Role, string> = { member: "Member", admin: "Admin" };

/** The permissions of each role, as a sentence. */
export const roleMeanings: Record<Role, string> = {
  member: "Creates stores and works on stores they are a member of.",
  admin: "Also manages accounts, plans and every store, and reads the audit log.",
};
