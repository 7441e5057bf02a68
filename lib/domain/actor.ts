export const roles = ["member", "admin"] as const;
export type Role = (typeof roles)[number];

/** Upper bounds of what a credential allows, whatever its account may do. Each scope includes the ones before it. */
export const scopes = ["read", "write", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** The credential of a request: a session or an API token. */
export interface Credential {
  kind: "session" | "token";
  id: string;
  /** A session has the scope `admin`: it allows what its account allows. */
  scope: Scope;
}

/** The account that acts, with its credential. */
export interface Actor {
  userId: string;
  email: string;
  role: Role;
  credential: Credential;
}

/** Whether the actor acts as an admin. With a token of a smaller scope, an admin has a member's rights. */
export function actsAsAdmin(actor: Actor): boolean {
  return actor.role === "admin" && actor.credential.scope === "admin";
}

export function includesScope(held: Scope, asked: Scope): boolean {
  return scopes.indexOf(held) >= scopes.indexOf(asked);
}
