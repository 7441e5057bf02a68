import { z } from "zod";
import { scopes } from "@/lib/domain/actor";
import { newPassword } from "@/lib/domain/new-password";
import { longestPassword } from "@/lib/domain/password-length";
import { sessionResource } from "../resources/session-resource";
import { tokenResource } from "../resources/token-resource";
import { userResource } from "../resources/user-resource";
import { defineOperation } from "./operation";

const byId = z.object({ id: z.uuid() });
const currentPassword = z
  .string({ error: "Enter your current password." })
  .max(longestPassword, { error: `The password may have at most ${longestPassword} characters.` });

export const getMe = defineOperation({
  id: "getMe",
  method: "GET",
  path: "/api/me",
  tag: "account",
  subject: "user",
  summary: "Get your account",
  access: { who: "account", scope: "read" },
  conditional: true,
  answers: {
    200: {
      description: "The account, and the credential that authenticated the request.",
      schema: z.object({
        user: userResource,
        credential: z.object({ kind: z.enum(["session", "token"]), id: z.string(), scope: z.enum(scopes) }),
      }),
    },
  },
});

export const changePassword = defineOperation({
  id: "changePassword",
  method: "POST",
  path: "/api/me/password",
  tag: "account",
  subject: "user",
  summary: "Change your password",
  description: "Signs out your other browsers. An account without a password omits `currentPassword`.",
  access: { who: "session" },
  body: z.strictObject({ currentPassword: currentPassword.optional(), newPassword }),
  example: { currentPassword: "the current password", newPassword: "nine plums in a tall jar" },
  answers: { 204: { description: "The password is changed." } },
  rate: "sign-in",
});

export const deleteMe = defineOperation({
  id: "deleteMe",
  method: "DELETE",
  path: "/api/me",
  tag: "account",
  subject: "user",
  summary: "Delete your account",
  description: "Only while it owns no stores. This cannot be undone.",
  access: { who: "session" },
  body: z.strictObject({ password: currentPassword.optional() }),
  example: { password: "nine plums in a tall jar" },
  answers: { 204: { description: "The account is deleted." } },
  problems: [409],
  rate: "sign-in",
});

export const listSessions = defineOperation({
  id: "listSessions",
  method: "GET",
  path: "/api/me/sessions",
  tag: "account",
  subject: "session",
  summary: "List your sessions",
  access: { who: "session" },
  answers: {
    200: {
      description: "The sessions, the most recently used first.",
      schema: z.object({ sessions: z.array(sessionResource) }),
    },
  },
});

export const endSession = defineOperation({
  id: "endSession",
  method: "DELETE",
  path: "/api/me/sessions/{id}",
  tag: "account",
  subject: "session",
  summary: "End a session",
  access: { who: "session" },
  params: byId,
  answers: { 204: { description: "Signed out." } },
  problems: [404],
});

export const endSessions = defineOperation({
  id: "endSessions",
  method: "DELETE",
  path: "/api/me/sessions",
  tag: "account",
  subject: "user",
  summary: "Sign out everywhere",
  description: "Ends all sessions of the account, including the current one.",
  access: { who: "session" },
  answers: { 204: { description: "Signed out." } },
});

export const listTokens = defineOperation({
  id: "listTokens",
  method: "GET",
  path: "/api/tokens",
  tag: "account",
  subject: "token",
  summary: "List your API tokens",
  access: { who: "account", scope: "read" },
  answers: {
    200: { description: "The tokens, newest first.", schema: z.object({ tokens: z.array(tokenResource) }) },
  },
});

export const createToken = defineOperation({
  id: "createToken",
  method: "POST",
  path: "/api/tokens",
  tag: "account",
  subject: "token",
  summary: "Create an API token",
  description: "The response contains the secret, which is not shown again.",
  access: { who: "session" },
  body: z.strictObject({
    name: z
      .string({ error: "Give the token a name." })
      .trim()
      .min(1, { error: "Give the token a name." })
      .max(60, { error: "The name can have at most 60 characters." }),
    scope: z
      .enum(scopes, { error: `The scope must be one of: ${scopes.join(", ")}.` })
      .meta({ description: "What the token can do at most." }),
    expiresInDays: z
      .number({ error: "Enter the number of days until the token expires, or null for never." })
      .int({ error: "Enter a whole number of days." })
      .min(1, { error: "The token must be valid for at least 1 day." })
      .max(365, { error: "The token can be valid for at most 365 days." })
      .nullable(),
  }),
  idempotent: true,
  example: { name: "deploy script", scope: "write", expiresInDays: 90 },
  answers: {
    201: {
      description: "The token and its secret.",
      schema: z.object({ token: tokenResource, secret: z.string() }),
    },
  },
  rate: "create",
});

export const revokeToken = defineOperation({
  id: "revokeToken",
  method: "DELETE",
  path: "/api/tokens/{id}",
  tag: "account",
  subject: "token",
  summary: "Revoke an API token",
  access: { who: "account", scope: "write" },
  params: byId,
  answers: { 204: { description: "The token is revoked." } },
  problems: [404],
});
