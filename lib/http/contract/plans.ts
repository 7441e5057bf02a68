import { z } from "zod";
import { planChange, planId } from "@/lib/domain/plan";
import { offeredPlanResource, planResource, usageResource } from "../resources/plan-resource";
import { defineOperation } from "./operation";

export const listPlans = defineOperation({
  id: "listPlans",
  method: "GET",
  path: "/api/plans",
  tag: "stores",
  subject: "plan",
  summary: "List the plans",
  description: "What a store of each may take, and how many of each you may still create.",
  access: { who: "account", scope: "read" },
  answers: {
    200: { description: "All plans.", schema: z.object({ plans: z.array(offeredPlanResource) }) },
  },
});

const params = z.object({ id: planId });

export const getPlan = defineOperation({
  id: "getPlan",
  method: "GET",
  path: "/api/plans/{id}",
  tag: "stores",
  subject: "plan",
  summary: "Get a plan",
  access: { who: "account", scope: "read" },
  params,
  answers: { 200: { description: "The plan.", schema: planResource } },
  problems: [404],
  conditional: true,
});

export const changePlan = defineOperation({
  id: "changePlan",
  method: "PATCH",
  path: "/api/plans/{id}",
  tag: "administration",
  subject: "plan",
  summary: "Change what a plan allows",
  description:
    "Its stores get their new bounds at once, without a restart. A plan never gets too small for a store to run.",
  access: { who: "admin" },
  params,
  body: planChange,
  example: { storesPerUser: 10 },
  answers: { 200: { description: "The plan from now on.", schema: planResource } },
  problems: [404, 409],
  conditional: true,
});

export const getUsage = defineOperation({
  id: "getUsage",
  method: "GET",
  path: "/api/me/usage",
  tag: "account",
  subject: "platform",
  summary: "See what is used of what",
  access: { who: "account", scope: "read" },
  answers: { 200: { description: "The meter.", schema: usageResource } },
});
