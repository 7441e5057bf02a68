import { z } from "zod";
import { longestPassword, shortestPassword } from "./password-length";

/** A password that is being chosen. Whether it is too common is looked up on the server (assert-good-password.ts). */
export const newPassword = z
  .string({ error: "Enter a password." })
  .min(shortestPassword, { error: `The password must have at least ${shortestPassword} characters.` })
  .max(longestPassword, { error: `The password may have ${longestPassword} characters at most.` });
