import { z } from "zod";
import { longestPassword, shortestPassword } from "./password-length";

/** A new password. The server also checks whether it is too common (assert-good-password.ts). */
export const newPassword = z
  .string({ error: "Enter a password." })
  .min(shortestPassword, { error: `The password must have at least ${shortestPassword} characters.` })
  .max(longestPassword, { error: `The password may have at most ${longestPassword} characters.` });
