import { z } from "zod";
import { accountEmail } from "@/lib/domain/account-email";
import { roles } from "@/lib/domain/actor";
import { linkKinds } from "@/lib/domain/link";
import { newPassword } from "@/lib/domain/new-password";
import { defineOperation } from "./operation";

const secret = z
  .string({ error: "Enter the part of the link after #." })
  .max(100)
  .meta({ description: "The part of the link after `#`." });
const admitted = {
  description: "The account, which can sign in now.",
  schema: z.object({ email: z.string() }),
};

export const getSignInOptions = defineOperation({
  id: "getSignInOptions",
  method: "GET",
  path: "/api/sign-in-options",
  tag: "admission",
  subject: "platform",
  summary: "List the ways to sign in",
  access: { who: "anyone" },
  answers: {
    200: {
      description: "The sign-in methods besides a password.",
      schema: z.object({
        providers: z.array(z.object({ id: z.string(), label: z.string() })),
        openRegistration: z.boolean().meta({ description: "Whether anyone can create an account." }),
        needsSetup: z.boolean().meta({ description: "Whether the installation has no admin yet." }),
      }),
    },
  },
});

export const lookUpLink = defineOperation({
  id: "lookUpLink",
  method: "POST",
  path: "/api/links/look-up",
  tag: "admission",
  subject: "link",
  summary: "Look up a link",
  access: { who: "anyone" },
  body: z.strictObject({ secret }),
  example: { secret: "the-part-after-the-hash" },
  answers: {
    200: {
      description: "The kind of the link, and the account that it is for.",
      schema: z.object({
        kind: z.enum(linkKinds),
        email: z
          .string()
          .nullable()
          .meta({ description: "Null for the set-up link, whose user enters an address." }),
        role: z.enum(roles),
        expiresAt: z.iso.datetime(),
      }),
    },
  },
  problems: [404],
});

export const redeemLink = defineOperation({
  id: "redeemLink",
  method: "POST",
  path: "/api/links/redeem",
  tag: "admission",
  subject: "link",
  summary: "Redeem a link",
  description:
    "Creates the first admin, accepts an invitation or sets a new password, depending on the link. A link works once. This does not sign in; sign in with the password afterwards.",
  access: { who: "anyone" },
  body: z.strictObject({
    secret,
    email: accountEmail
      .optional()
      .meta({ description: "For the set-up link only. Other links contain the address." }),
    password: newPassword,
  }),
  example: { secret: "the-part-after-the-hash", password: "nine plums in a tall jar" },
  answers: { 200: admitted },
  problems: [403, 404, 409],
  rate: "sign-in",
});

export const register = defineOperation({
  id: "register",
  method: "POST",
  path: "/api/register",
  tag: "admission",
  subject: "user",
  summary: "Create an account",
  description: "Available if OPEN_REGISTRATION is on. This does not sign in.",
  access: { who: "anyone" },
  body: z.strictObject({ email: accountEmail, password: newPassword }),
  example: { email: "ben@example.com", password: "nine plums in a tall jar" },
  answers: { 200: admitted },
  problems: [403, 409],
  rate: "sign-in",
});
