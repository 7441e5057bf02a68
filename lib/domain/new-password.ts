import { z } from "zod";

/** A password that is being chosen. Whether it is too common is looked up on the server (assert-good-password.ts). */
export const newPassword = z
  .string({ error: "Enter a password." })
  .min(10, { error: "The password must have at least 10 characters." })
  .max(256, { error: "The password may have 256 characters at most." });
