import type { StoreRole } from "@/lib/domain/store-role";

export const storeRoleLabels: Record<StoreRole, string> = {
  owner: "Owner",
  manager: "Manager",
  viewer: "Viewer",
};

/** The permissions of each role, as a sentence. */
export const storeRoleMeanings: Record<StoreRole, string> = {
  owner: "Full access, including members, handover and deletion.",
  manager: "Signs in to the store’s admin pages, reads logs, retries operations and changes the plan.",
  viewer: "Sees the store and its activity.",
};
