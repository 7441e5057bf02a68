import { z } from "zod";
import { accountEmail } from "@/lib/domain/account-email";
import { roles } from "@/lib/domain/actor";
import { linkKinds } from "@/lib/domain/link";
import { newPassword } from "@/lib/domain/new-password";
import { defineOperation } from "./operation";

const secret = z
  .string({ error: "Give what stands after the # of the link." })
  .max(100)
  .meta({ description: "What stands after the # of the link." });
const admitted = { description: "Who can sign in now.", schema: z.object({ email: z.string() }) };

export const getSignInOptions = defineOperation({
  id: "getSignInOptions",
  method: "GET",
  path: "/api/sign-in-options",
  tag: "admission",
  subject: "platform",
  summary: "How one gets in here",
  access: { who: "anyone" },
  answers: {
    200: {
      description: "What the sign-in page offers beside a password.",
      schema: z.object({
        providers: z.array(z.object({ id: z.string(), label: z.string() })),
        openRegistration: z.boolean().meta({ description: "Whether anybody may make themself an account." }),
        needsSetup: z.boolean().meta({ description: "Whether there is no admin yet." }),
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
  summary: "See what a link is for",
  access: { who: "anyone" },
  body: z.strictObject({ secret }),
  example: { secret: "what-stands-after-the-hash" },
  answers: {
    200: {
      description: "What it is for, and for whom.",
      schema: z.object({
        kind: z.enum(linkKinds),
        email: z.string().nullable().meta({ description: "null for the set-up: they say who they are." }),
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
  summary: "Use a link",
  description:
    "Once: it makes the first admin, accepts an invitation, or sets a new password. It does not sign in: do that with the password.",
  access: { who: "anyone" },
  body: z.strictObject({
    secret,
    email: accountEmail.optional().meta({ description: "For the set-up alone: the other links name it." }),
    password: newPassword,
  }),
  example: { secret: "what-stands-after-the-hash", password: "nine plums in a tall jar" },
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
  summary: "Make yourself an account",
  description: "Where the installation allows it (OPEN_REGISTRATION). It does not sign in.",
  access: { who: "anyone" },
  body: z.strictObject({ email: accountEmail, password: newPassword }),
  example: { email: "ben@example.com", password: "nine plums in a tall jar" },
  answers: { 200: admitted },
  problems: [403, 409],
  rate: "sign-in",
});
