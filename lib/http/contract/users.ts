import { z } from "zod";
import { accountEmail } from "@/lib/domain/account-email";
import { roles } from "@/lib/domain/actor";
import { invitationResource } from "../resources/invitation-resource";
import { userResource } from "../resources/user-resource";
import { defineOperation } from "./operation";
import { pageQuery } from "./page-query";

const byId = z.object({ id: z.uuid() });
const role = z.enum(roles, { error: `The role must be one of: ${roles.join(", ")}.` });
const user = { description: "The account.", schema: userResource };
const link = z.url().meta({ description: "Send it to the user. It is not shown again." });

export const listUsers = defineOperation({
  id: "listUsers",
  method: "GET",
  path: "/api/users",
  tag: "administration",
  subject: "user",
  summary: "List the accounts",
  description: "Ordered by e-mail address.",
  access: { who: "admin" },
  query: pageQuery.extend({
    q: z.string().max(254).optional().meta({ description: "Text in the e-mail address." }),
  }),
  answers: {
    200: {
      description: "A page of accounts.",
      schema: z.object({ users: z.array(userResource), nextCursor: z.string().nullable() }),
    },
  },
});

export const getUser = defineOperation({
  id: "getUser",
  method: "GET",
  path: "/api/users/{id}",
  tag: "administration",
  subject: "user",
  summary: "Get an account",
  access: { who: "admin" },
  params: byId,
  conditional: true,
  answers: { 200: user },
  problems: [404],
});

export const changeUser = defineOperation({
  id: "changeUser",
  method: "PATCH",
  path: "/api/users/{id}",
  tag: "administration",
  subject: "user",
  summary: "Change an account",
  description:
    "Changes the role, or disables or enables the account. A disabled account is signed out immediately. The last admin cannot be disabled or demoted.",
  access: { who: "admin" },
  params: byId,
  body: z
    .strictObject({
      role: role.optional(),
      disabled: z.boolean({ error: "disabled must be true or false." }).optional(),
    })
    .refine((change) => Object.keys(change).length > 0, { error: "Set role or disabled." }),
  conditional: true,
  example: { role: "admin" },
  answers: { 200: user },
  problems: [404, 409],
});

export const deleteUser = defineOperation({
  id: "deleteUser",
  method: "DELETE",
  path: "/api/users/{id}",
  tag: "administration",
  subject: "user",
  summary: "Delete an account",
  description:
    "Only while it owns no stores, unless `handOverTo` names their new owner, who does not have to accept.",
  access: { who: "admin" },
  params: byId,
  query: z.strictObject({
    handOverTo: accountEmail
      .optional()
      .meta({ description: "E-mail address of the new owner of its stores." }),
  }),
  conditional: true,
  answers: { 204: { description: "The account is deleted." } },
  problems: [404, 409],
});

export const createPasswordLink = defineOperation({
  id: "createPasswordLink",
  method: "POST",
  path: "/api/users/{id}/password-link",
  tag: "administration",
  subject: "user",
  summary: "Create a password link",
  description: "The link works once, for a day. Older password links of the account stop working.",
  access: { who: "admin" },
  params: byId,
  idempotent: true,
  answers: {
    201: { description: "The link.", schema: z.object({ link, expiresAt: z.iso.datetime() }) },
  },
  problems: [404, 409],
});

export const endUserSessions = defineOperation({
  id: "endUserSessions",
  method: "DELETE",
  path: "/api/users/{id}/sessions",
  tag: "administration",
  subject: "user",
  summary: "End all sessions of an account",
  access: { who: "admin" },
  params: byId,
  answers: { 204: { description: "Signed out." } },
  problems: [404],
});

export const listInvitations = defineOperation({
  id: "listInvitations",
  method: "GET",
  path: "/api/invitations",
  tag: "administration",
  subject: "link",
  summary: "List the open invitations",
  access: { who: "admin" },
  answers: {
    200: {
      description: "The invitations, newest first.",
      schema: z.object({ invitations: z.array(invitationResource) }),
    },
  },
});

export const invite = defineOperation({
  id: "invite",
  method: "POST",
  path: "/api/invitations",
  tag: "administration",
  subject: "link",
  summary: "Create an invitation",
  description:
    "The link works once, for seven days. A new invitation for the same address replaces the previous one.",
  access: { who: "admin" },
  body: z.strictObject({ email: accountEmail, role }),
  idempotent: true,
  example: { email: "ben@example.com", role: "member" },
  answers: {
    201: {
      description: "The invitation and its link.",
      schema: z.object({ invitation: invitationResource, link }),
    },
  },
  problems: [409],
  rate: "create",
});

export const revokeInvitation = defineOperation({
  id: "revokeInvitation",
  method: "DELETE",
  path: "/api/invitations/{id}",
  tag: "administration",
  subject: "link",
  summary: "Revoke an invitation",
  access: { who: "admin" },
  params: byId,
  answers: { 204: { description: "The invitation is revoked." } },
  problems: [404],
});
