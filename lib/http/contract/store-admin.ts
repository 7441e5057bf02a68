import { z } from "zod";
import { storeName } from "@/lib/domain/store-name";
import { storeResource } from "../resources/store-resource";
import { defineOperation } from "./operation";

const params = z.object({ name: storeName });

export const openAdmin = defineOperation({
  id: "openAdmin",
  method: "POST",
  path: "/api/stores/{name}/admin-session",
  tag: "stores",
  subject: "store",
  summary: "Sign in to the shop's admin pages",
  description:
    "Returns a form for the browser to submit to `url`. Its fields work once, within a minute. A request that accepts text/html gets a page that submits the form itself.",
  access: { who: "member", verb: "enter" },
  params,
  query: z.strictObject({
    safeMode: z.stringbool({ error: "safeMode must be true or false." }).default(false).meta({
      description:
        "Opens the admin pages without the owner's plugins and theme, for this browser only. Use it for a WordPress whose pages fail.",
    }),
  }),
  answers: {
    200: {
      description: "The form's address and fields.",
      schema: z.object({
        url: z.url(),
        fields: z.record(z.string(), z.string()),
        expiresInSeconds: z.number().int(),
      }),
    },
  },
  problems: [409, 503],
});

export const revealAdminPassword = defineOperation({
  id: "revealAdminPassword",
  method: "POST",
  path: "/api/stores/{name}/admin-password",
  tag: "stores",
  subject: "store",
  summary: "Reveal the shop's admin password",
  access: { who: "member", verb: "enter" },
  params,
  answers: {
    200: {
      description: "The user name and the generated password, which is not shown again.",
      schema: z.object({ username: z.string(), password: z.string() }),
    },
  },
  problems: [409],
});

export const resetAdminPassword = defineOperation({
  id: "resetAdminPassword",
  method: "POST",
  path: "/api/stores/{name}/admin-password/reset",
  tag: "stores",
  subject: "store",
  summary: "Set a new password for the shop's admin",
  description: "Ends the admin's sessions in the shop. The old password stops working.",
  access: { who: "member", verb: "enter" },
  params,
  answers: {
    200: {
      description: "The user name and the new password, which is not shown again.",
      schema: z.object({ username: z.string(), password: z.string() }),
    },
  },
  problems: [409, 503],
});

export const setSafeMode = defineOperation({
  id: "setSafeMode",
  method: "POST",
  path: "/api/stores/{name}/safe-mode",
  tag: "stores",
  subject: "store",
  summary: "Turn safe mode for all visitors on or off",
  description:
    "In safe mode the shop runs without its owner's plugins and theme. WooCommerce, which is part of the shop's image, stays.",
  access: { who: "member", verb: "enter" },
  params,
  body: z.strictObject({ on: z.boolean() }),
  example: { on: true },
  answers: { 200: { description: "The store.", schema: storeResource } },
  problems: [409, 503],
});
