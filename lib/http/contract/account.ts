import { z } from "zod";
import { scopes } from "@/lib/domain/actor";
import { newPassword } from "@/lib/domain/new-password";
import { sessionResource } from "../resources/session-resource";
import { tokenResource } from "../resources/token-resource";
import { userResource } from "../resources/user-resource";
import { defineOperation } from "./operation";

const byId = z.object({ id: z.uuid() });
const currentPassword = z.string({ error: "Enter your current password." }).max(256);

export const getMe = defineOperation({
  id: "getMe",
  method: "GET",
  path: "/api/me",
  tag: "account",
  subject: "user",
  summary: "Who you are",
  access: { who: "account", scope: "read" },
  conditional: true,
  answers: {
    200: {
      description: "The account, and what vouched for it.",
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
  description:
    "Signs all your other browsers out. An account that signs in with a provider alone sets its first password so, without a current one.",
  access: { who: "session" },
  body: z.strictObject({ currentPassword: currentPassword.optional(), newPassword }),
  example: { currentPassword: "the old one, as it was", newPassword: "nine plums in a tall jar" },
  answers: { 204: { description: "Changed." } },
  rate: "sign-in",
});

export const deleteMe = defineOperation({
  id: "deleteMe",
  method: "DELETE",
  path: "/api/me",
  tag: "account",
  subject: "user",
  summary: "Delete your account",
  description: "Only while it owns no store. It can't be taken back.",
  access: { who: "session" },
  body: z.strictObject({ password: currentPassword.optional() }),
  example: { password: "nine plums in a tall jar" },
  answers: { 204: { description: "Deleted." } },
  problems: [409],
  rate: "sign-in",
});

export const listSessions = defineOperation({
  id: "listSessions",
  method: "GET",
  path: "/api/me/sessions",
  tag: "account",
  subject: "session",
  summary: "List the browsers that are signed in",
  access: { who: "session" },
  answers: {
    200: {
      description: "Those seen last first.",
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
  summary: "Sign a browser out",
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
  description: "This browser too.",
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
    200: { description: "Newest first.", schema: z.object({ tokens: z.array(tokenResource) }) },
  },
});

export const createToken = defineOperation({
  id: "createToken",
  method: "POST",
  path: "/api/tokens",
  tag: "account",
  subject: "token",
  summary: "Make an API token",
  description: "Its secret is in this answer and never shown again.",
  access: { who: "session" },
  body: z.strictObject({
    name: z
      .string({ error: "Give the token a name." })
      .trim()
      .min(1, { error: "Give the token a name, by which you know it again." })
      .max(60, { error: "The name may have at most 60 characters." }),
    scope: z
      .enum(scopes, { error: `The scope must be one of: ${scopes.join(", ")}.` })
      .meta({ description: "What it may do at most, whatever its account may." }),
    expiresInDays: z
      .number({ error: "Say in how many days it runs out; null: never." })
      .int({ error: "Give whole days." })
      .min(1, { error: "It runs out in 1 day at the soonest." })
      .max(365, { error: "It runs out in 365 days at the latest." })
      .nullable(),
  }),
  idempotent: true,
  example: { name: "deploy script", scope: "write", expiresInDays: 90 },
  answers: {
    201: {
      description: "The token, and its secret.",
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
  answers: { 204: { description: "Revoked." } },
  problems: [404],
});
