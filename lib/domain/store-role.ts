/** What somebody is to a store: each role may what the ones before it may. */
export const storeRoles = ["viewer", "manager", "owner"] as const;
export type StoreRole = (typeof storeRoles)[number];

/** The least role for what can be done with a store. */
const leastRole = {
  /** See it, its timeline and its events. */
  read: "viewer",
  /** Be no member any more. */
  leave: "viewer",
  /** Try a failed create again, change its plan. */
  operate: "manager",
  /** Get into the shop's own admin pages: passwords, sign-in links, logs. */
  enter: "manager",
  /** Say who else is a member. */
  "manage-members": "owner",
  /** Give it to another account. */
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
