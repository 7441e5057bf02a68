export const roles = ["member", "admin"] as const;
export type Role = (typeof roles)[number];

/** What a credential may do at most, whatever its account may: each includes the ones before it. */
export const scopes = ["read", "write", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** What vouched for a request: a browser's session, or an API token. */
export interface Credential {
  kind: "session" | "token";
  id: string;
  /** A session's is `admin`: it may what its account may. */
  scope: Scope;
}

/** Who acts, and with which credential. */
export interface Actor {
  userId: string;
  email: string;
  role: Role;
  credential: Credential;
}

/** An admin whose credential lets them act as one: a token of a lesser scope makes them an ordinary member. */
export function actsAsAdmin(actor: Actor): boolean {
  return actor.role === "admin" && actor.credential.scope === "admin";
}

export function includesScope(held: Scope, asked: Scope): boolean {
  return scopes.indexOf(held) >= scopes.indexOf(asked);
}
