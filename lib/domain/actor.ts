export type Role = "admin" | "member";

/** Who acts, and with which credential. */
export interface Actor {
  userId: string;
  email: string;
  role: Role;
  via: "session" | "token";
}
