import { encode } from "next-auth/jwt";
import type { Actor, Scope } from "@/lib/domain/actor";
import { type Access, defineOperation, type Method, type Operation } from "@/lib/http/contract/operation";
import { ok, type Reply } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { createToken } from "@/lib/services/accounts/tokens";
import type { Ctx } from "@/lib/services/app-context";

/** The key that signs the session cookies of `sessionCookie`. */
export const sessionSecret = "a-secret-of-more-than-thirty-two-characters";

export type Respond = (call: { ctx: { actor: Actor | null } }) => Reply;

/** Answers the caller. */
export const whoAmI: Respond = ({ ctx }) => ok(ctx.actor);

/** An operation of the contract with this access rule. */
export function operationWith(access: Access, method: Method = "GET"): Operation {
  return defineOperation({
    id: "doThings",
    method,
    path: "/api/things",
    tag: "stores",
    subject: "store",
    summary: "Do things",
    access,
    answers: { 200: { description: "Done." } },
  });
}

/** Calls an operation that `respond` answers, on the store “blue”. By default it is for every account, to read. */
export function call(
  respond: Respond,
  init: RequestInit & { access?: Access; method?: Method } = {},
): Promise<Response> {
  const { access = { who: "account", scope: "read" }, ...rest } = init;
  const request = new Request("http://localhost:3000/api/things?secret=1", rest);
  const route = serve(operationWith(access, rest.method), respond);
  return route(request, { params: Promise.resolve({ name: "blue" }) });
}

/** The Cookie header of a session; by default of the caller's own. */
export async function sessionCookie(
  { actor }: Ctx,
  claims: Record<string, unknown> = { sessionId: actor.credential.id },
  key = sessionSecret,
): Promise<string> {
  return `next-auth.session-token=${await encode({ token: claims, secret: key })}`;
}

/** The headers of an API token. */
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Creates an API token of the caller, and returns its secret. */
export const tokenOf = ({ app, actor }: Ctx, scope: Scope, expiresAt?: Date): string =>
  createToken(app, actor.userId, { name: "laptop", scope, expiresAt }).token;
