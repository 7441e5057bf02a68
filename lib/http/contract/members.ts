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
  summary: "List who works on a store",
  description: "The owner first, then in the order in which they came.",
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
  description: "Somebody who has an account here. An admin invites those who have none.",
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
  description: "The owner's role goes to another account by a hand-over alone.",
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
  summary: "Remove a member, or leave",
  description: "The owner removes anyone else; every other member may remove themself.",
  access: { who: "member", verb: "leave" },
  params: memberParams,
  answers: { 204: { description: "No member any more." } },
  // Somebody else's membership takes more than one's own.
  problems: [403, 409],
});

export const offerHandover = defineOperation({
  id: "offerHandover",
  method: "POST",
  path: "/api/stores/{name}/handover",
  tag: "members",
  subject: "store",
  summary: "Offer a store to another account",
  description:
    "It changes hands once that account accepts, within 14 days. Then its owner of before sees it no more.",
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
  summary: "Take an offer back",
  access: { who: "member", verb: "hand-over" },
  params,
  answers: { 204: { description: "Not offered any more." } },
});

export const listHandovers = defineOperation({
  id: "listHandovers",
  method: "GET",
  path: "/api/handovers",
  tag: "members",
  subject: "store",
  summary: "List the stores offered to you, and by you",
  access: { who: "account", scope: "read" },
  answers: {
    200: {
      description: "The offers that are open, newest first.",
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
  summary: "Accept a store",
  description: "It counts against your plan's limit from now on.",
  access: { who: "account", scope: "write" },
  params: handoverParams,
  answers: { 200: { description: "Your store.", schema: storeResource } },
  problems: [404, 409],
});

export const declineHandover = defineOperation({
  id: "declineHandover",
  method: "POST",
  path: "/api/handovers/{id}/decline",
  tag: "members",
  subject: "store",
  summary: "Decline a store",
  access: { who: "account", scope: "write" },
  params: handoverParams,
  answers: { 204: { description: "Declined." } },
  problems: [404],
});
