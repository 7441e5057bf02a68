import { z } from "zod";

/** The address of an account: what somebody signs in with. Kept in lower case, so that one person has one. */
export const accountEmail = z
  .email({ error: "Enter an e-mail address, such as ann@example.com." })
  .max(254, { error: "The e-mail address may have 254 characters at most." })
  .toLowerCase();
