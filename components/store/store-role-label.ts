import type { StoreRole } from "@/lib/domain/store-role";

export const storeRoleLabels: Record<StoreRole, string> = {
  owner: "Owner",
  manager: "Manager",
  viewer: "Viewer",
};

/** What a role lets somebody do with a store, in a sentence. */
export const storeRoleMeanings: Record<StoreRole, string> = {
  owner: "Does everything with it: members, hand-over and deleting too.",
  manager: "Signs in to the shop’s admin pages, tries again, reads its logs and changes its plan.",
  viewer: "Sees the store and what happens to it.",
};
