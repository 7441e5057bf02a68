import { z } from "zod";

export const pageCacheResource = z.object({
  on: z.boolean(),
  replaced: z.boolean().meta({ description: "The owner installed a caching plugin, which is used instead." }),
  hits: z.number().int().meta({ description: "Pages answered from the cache since the pod started." }),
  misses: z.number().int().meta({
    description: "Pages of anonymous visitors that the application had to make, since the pod started.",
  }),
});

export type PageCacheResource = z.infer<typeof pageCacheResource>;
