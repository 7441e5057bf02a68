import { z } from "zod";

/** The parameters of every list: the page size and the cursor. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number({ error: "The limit must be from 1 to 100." })
    .int({ error: "The limit must be a whole number." })
    .min(1, { error: "The limit must be at least 1." })
    .max(100, { error: "The limit can be at most 100." })
    .optional()
    .meta({ description: "Entries per page; 50 by default." }),
  cursor: z.string().max(500).optional().meta({ description: "`nextCursor` of the previous page." }),
});
