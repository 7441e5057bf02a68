import type { Scope } from "@/lib/domain/actor";

/** What a token of each scope may do. */
export const scopeLabels: Record<Scope, { label: string; meaning: string }> = {
  read: { label: "Read", meaning: "Sees your stores and listens to what happens." },
  write: { label: "Write", meaning: "Also creates, changes and deletes stores." },
  admin: { label: "Admin", meaning: "Also runs the installation: accounts, plans, every store." },
};
