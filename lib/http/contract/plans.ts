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
  description: "Each plan has its limits and the number of stores that you can still create.",
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
  summary: "Change a plan",
  description:
    "Existing stores get the new limits one after another. Containers whose sizes change restart. A plan that is too small for a store is refused.",
  access: { who: "admin" },
  params,
  body: planChange,
  example: { storesPerUser: 10 },
  answers: { 200: { description: "The changed plan.", schema: planResource } },
  problems: [404, 409],
  conditional: true,
});

export const getUsage = defineOperation({
  id: "getUsage",
  method: "GET",
  path: "/api/me/usage",
  tag: "account",
  subject: "platform",
  summary: "Get usage and caps",
  access: { who: "account", scope: "read" },
  answers: {
    200: {
      description: "Usage and caps of the installation, of your plans and of the cluster.",
      schema: usageResource,
    },
  },
});
