import type { z } from "zod";
import type { Scope } from "@/lib/domain/actor";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { AuditEntry } from "@/lib/services/record-audit";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/**
 * Who can call an operation. Every route enforces it before its handler runs. For `member`, the services enforce the
 * role (lib/services/access). app/authorisation.test.ts checks each operation with every kind of caller.
 */
export type Access =
  /** Everyone, without authentication. */
  | { who: "anyone" }
  /** Every account, with a credential of this scope. */
  | { who: "account"; scope: Exclude<Scope, "admin"> }
  /** Every account, with a browser session. API tokens are refused. */
  | { who: "session" }
  /** A member of the store in the path, with a role that allows `verb`. */
  | { who: "member"; verb: StoreVerb }
  | { who: "admin" };

export interface Answer {
  description: string;
  /** Absent for an empty body and for a body that is not JSON. */
  schema?: z.ZodType;
  /** A list where a parameter chooses the type. */
  contentType?: string | readonly string[];
}

/** One operation of the HTTP API. Routing, validation, access, documentation, metrics and audit entries all use it. */
export interface Operation {
  /** The OpenAPI operationId, and for a write the action in the audit log. */
  id: string;
  method: Method;
  /** As in OpenAPI, e.g. `/api/stores/{name}`. */
  path: `/api/${string}`;
  tag: Tag;
  /** The type of the target, for the audit log. */
  subject: AuditEntry["target"]["type"];
  /** A short title. */
  summary: string;
  description?: string;
  access: Access;
  /** Path parameters. An invalid one is answered with 404. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** A valid body, for the documentation. */
  example?: unknown;
  /** The successful responses, by status. */
  answers: Record<number, Answer>;
  /** Statuses of problems that `problemsOf` can't derive from the rest of the operation. */
  problems?: readonly number[];
  /** A rate limit in addition to the one for all requests. */
  rate?: "sign-in" | "create";
  /** Supports Idempotency-Key. */
  idempotent?: true;
  /** A read responds with an ETag and supports If-None-Match. A change supports If-Match. */
  conditional?: true;
}

export const tags = {
  stores: "Create, inspect, update and delete stores.",
  members: "Members of a store, and hand-over to another owner.",
  account: "Your account, its sessions, API tokens and password.",
  admission: "Set-up, invitations, registration and new passwords.",
  administration: "Accounts, invitations, plans, the cluster and the audit log.",
  documentation: "This documentation.",
} as const;
export type Tag = keyof typeof tags;

/** Returns the operation with its literal types, from which `serve` infers the handler's input. */
export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}
