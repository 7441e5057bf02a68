import { z } from "zod";
import { accountEmail } from "@/lib/domain/account-email";
import { storeName } from "@/lib/domain/store-name";
import { handoverResource, memberResource } from "../resources/member-resource";
import { storeResource } from "../resources/store-resource";
import { defineOperation } from "./operation";

const params = z.object({ name: storeName });
const memberParams = params.extend({ userId: z.uuid() });
const handoverParams = z.object({ id: z.uuid() });
const role = z.enum(["manager", "viewer"], { error: "The role must be one of: manager, viewer." });
const member = { description: "The member.", schema: memberResource };

export const listMembers = defineOperation({
  id: "listMembers",
  method: "GET",
  path: "/api/stores/{name}/members",
  tag: "members",
  subject: "store",
  summary: "List the members of a store",
  description: "The owner first, then the members in the order in which they were added.",
  access: { who: "member", verb: "read" },
  params,
  answers: {
    200: { description: "All members.", schema: z.object({ members: z.array(memberResource) }) },
  },
});

export const addMember = defineOperation({
  id: "addMember",
  method: "POST",
  path: "/api/stores/{name}/members",
  tag: "members",
  subject: "store",
  summary: "Add a member",
  description: "The member needs an account. Admins can invite people who have none.",
  access: { who: "member", verb: "manage-members" },
  params,
  body: z.strictObject({ email: accountEmail, role }),
  example: { email: "bob@example.com", role: "manager" },
  answers: { 201: member },
  problems: [409],
  rate: "create",
  idempotent: true,
});

export const changeMember = defineOperation({
  id: "changeMember",
  method: "PATCH",
  path: "/api/stores/{name}/members/{userId}",
  tag: "members",
  subject: "store",
  summary: "Change a member's role",
  description: "The owner's role cannot be changed; hand the store over instead.",
  access: { who: "member", verb: "manage-members" },
  params: memberParams,
  body: z.strictObject({ role }),
  example: { role: "viewer" },
  answers: { 200: member },
  problems: [409],
});

export const removeMember = defineOperation({
  id: "removeMember",
  method: "DELETE",
  path: "/api/stores/{name}/members/{userId}",
  tag: "members",
  subject: "store",
  summary: "Remove a member",
  description: "The owner can remove any other member. Members can remove themselves.",
  access: { who: "member", verb: "leave" },
  params: memberParams,
  answers: { 204: { description: "The member is removed." } },
  // 403: only the owner can remove another member.
  problems: [403, 409],
});

export const offerHandover = defineOperation({
  id: "offerHandover",
  method: "POST",
  path: "/api/stores/{name}/handover",
  tag: "members",
  subject: "store",
  summary: "Offer a store to another account",
  description: "The account has 14 days to accept. The previous owner then loses access.",
  access: { who: "member", verb: "hand-over" },
  params,
  body: z.strictObject({ email: accountEmail }),
  example: { email: "bob@example.com" },
  answers: { 201: { description: "The offer.", schema: handoverResource } },
  problems: [409],
  rate: "create",
  idempotent: true,
});

export const withdrawHandover = defineOperation({
  id: "withdrawHandover",
  method: "DELETE",
  path: "/api/stores/{name}/handover",
  tag: "members",
  subject: "store",
  summary: "Withdraw an offer",
  access: { who: "member", verb: "hand-over" },
  params,
  answers: { 204: { description: "The offer is withdrawn." } },
});

export const listHandovers = defineOperation({
  id: "listHandovers",
  method: "GET",
  path: "/api/handovers",
  tag: "members",
  subject: "store",
  summary: "List the offers made to you and by you",
  access: { who: "account", scope: "read" },
  answers: {
    200: {
      description: "The open offers, newest first.",
      schema: z.object({ handovers: z.array(handoverResource) }),
    },
  },
});

export const acceptHandover = defineOperation({
  id: "acceptHandover",
  method: "POST",
  path: "/api/handovers/{id}/accept",
  tag: "members",
  subject: "store",
  summary: "Accept an offer",
  description: "The store then counts against your cap for its plan.",
  access: { who: "account", scope: "write" },
  params: handoverParams,
  answers: { 200: { description: "The store, which you own now.", schema: storeResource } },
  problems: [404, 409],
});

export const declineHandover = defineOperation({
  id: "declineHandover",
  method: "POST",
  path: "/api/handovers/{id}/decline",
  tag: "members",
  subject: "store",
  summary: "Decline an offer",
  access: { who: "account", scope: "write" },
  params: handoverParams,
  answers: { 204: { description: "The offer is declined." } },
  problems: [404],
});
