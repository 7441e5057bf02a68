import { z } from "zod";

/** The e-mail address of an account, for sign-in. Stored in lower case, so that each address belongs to one account. */
export const accountEmail = z
  .email({ error: "Enter an e-mail address, such as ann@example.com." })
  .max(254, { error: "The e-mail address may have at most 254 characters." })
  .toLowerCase();
