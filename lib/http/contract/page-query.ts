import { z } from "zod";

/** What every list takes: how many, and where to go on. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number({ error: "The limit must be a number from 1 to 100." })
    .int({ error: "The limit must be a whole number." })
    .min(1, { error: "The limit is at least 1." })
    .max(100, { error: "The limit is at most 100." })
    .optional()
    .meta({ description: "Entries a page, 50 where it is left out." }),
  cursor: z.string().max(500).optional().meta({ description: "nextCursor of the page before." }),
});
