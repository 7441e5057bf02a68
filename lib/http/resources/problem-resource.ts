import { z } from "zod";
import { statusOfCode } from "../serving/problem";

/** RFC 9457, as every error is answered. */
export const problemResource = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.number().int(),
    code: z
      .enum(Object.keys(statusOfCode) as (keyof typeof statusOfCode)[])
      .meta({ description: "Stable; what programs should look at." }),
    detail: z.string().meta({ description: "A sentence for people, with their next move." }),
    field: z.string().optional().meta({ description: "The first field that is wrong." }),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Each field that is wrong." }),
    id: z
      .string()
      .optional()
      .meta({ description: "Of an internal error: what the server's log has it under." }),
  })
  .meta({ id: "Problem" });
