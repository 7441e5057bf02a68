import type { z } from "zod";
import type { Scope } from "@/lib/domain/actor";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { AuditEntry } from "@/lib/services/record-audit";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/**
 * Who may call an operation. It is enforced in front of every handler; what is said here of a store is what the
 * services enforce (lib/services/access), and what the tests hold every route against.
 */
export type Access =
  /** Whoever reaches the address, signed in or not. */
  | { who: "anyone" }
  /** Whoever is signed in, with a credential of this scope. */
  | { who: "account"; scope: Exclude<Scope, "admin"> }
  /** Signed in with a browser: what a token may not do for its owner. */
  | { who: "session" }
  /** A member of the store in the path whose role allows this. */
  | { who: "member"; verb: StoreVerb }
  | { who: "admin" };

export interface Answer {
  description: string;
  /** Absent: an answer without a body, or one that is no JSON. */
  schema?: z.ZodType;
  /** Several where the caller chooses. */
  contentType?: string | readonly string[];
}

/** One operation of the HTTP API: what its route parses, what it answers, and what the documentation says. */
export interface Operation {
  /** The OpenAPI operationId; for a write also its name in the audit log. */
  id: string;
  method: Method;
  /** As in OpenAPI, e.g. `/api/stores/{name}`. */
  path: `/api/${string}`;
  tag: Tag;
  /** What kind of thing it is done to, for the audit log. */
  subject: AuditEntry["target"]["type"];
  /** A title of a few words. */
  summary: string;
  description?: string;
  access: Access;
  /** Path parameters: one that can't be is a thing that does not exist. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** A body that works: it stands in the documentation. */
  example?: unknown;
  /** What a success answers, by status. */
  answers: Record<number, Answer>;
  /** Problems beside those that every operation of its access can have. */
  problems?: readonly number[];
  /** Counted against a tighter limit of its own too. */
  rate?: "sign-in" | "create";
  /** Honours Idempotency-Key. */
  idempotent?: true;
  /** A read: its answer has an ETag, and If-None-Match is honoured. A change of what such a read gives: If-Match is. */
  conditional?: true;
}

export const tags = {
  stores: "Create stores, watch them, take them down.",
  members: "Who else works on a store, and handing it over.",
  account: "The account that is signed in: its sessions, API tokens and password.",
  admission: "Getting in: set-up, invitations, registration, new passwords.",
  administration: "For admins: accounts, invitations, plans and the audit log.",
  documentation: "What you read here.",
} as const;
export type Tag = keyof typeof tags;

/** Keeps the literal types, so that a route knows what it gets. */
export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}
