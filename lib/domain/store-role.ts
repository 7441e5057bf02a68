/** Roles of a store's members: each role includes the rights of the ones before it. */
export const storeRoles = ["viewer", "manager", "owner"] as const;
export type StoreRole = (typeof storeRoles)[number];

/** The smallest role for each action. */
const leastRole = {
  /** See the store, its timeline and its events. */
  read: "viewer",
  /** Leave the store. */
  leave: "viewer",
  /** Retry a failed create, change the plan. */
  operate: "manager",
  /** Open the shop's admin pages: passwords, sign-in links, logs. */
  enter: "manager",
  /** Manage the members. */
  "manage-members": "owner",
  /** Transfer the store to another account. */
  "hand-over": "owner",
  delete: "owner",
} as const satisfies Record<string, StoreRole>;

export type StoreVerb = keyof typeof leastRole;

export const storeVerbs = Object.keys(leastRole) as StoreVerb[];

export function roleAllows(role: StoreRole, verb: StoreVerb): boolean {
  return storeRoles.indexOf(role) >= storeRoles.indexOf(leastRole[verb]);
}

export function leastRoleFor(verb: StoreVerb): StoreRole {
  return leastRole[verb];
}
