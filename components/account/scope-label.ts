import type { Scope } from "@/lib/domain/actor";

/** The permissions of a token of each scope. */
export const scopeLabels: Record<Scope, { label: string; meaning: string }> = {
  read: { label: "Read", meaning: "Reads your stores and their events." },
  write: { label: "Write", meaning: "Also creates, changes and deletes your stores." },
  admin: { label: "Admin", meaning: "Also manages accounts, plans and every store." },
};
