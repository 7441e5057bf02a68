import { z } from "zod";
import type { PageCache } from "@/lib/domain/page-cache";
import { AppError } from "@/lib/errors";
import type { PageCacheCall, ShopTarget } from "../engine";
import { refused, ShopClient, ShopRefusedError } from "../shop-client";

const path = "/wp-json/storeyard/v1/page-cache";

const answered = z.object({
  on: z.boolean(),
  replaced: z.boolean(),
  hits: z.number().int().min(0),
  misses: z.number().int().min(0),
});

/** Reads, sets or clears the page cache of a shop (images/wordpress, page-cache.php). */
export async function callPageCache(target: ShopTarget, call: PageCacheCall): Promise<PageCache> {
  const answer = await new ShopClient(target).send(path, {
    method: call.method,
    headers: { "x-storeyard-key": target.platformKey },
    ...(call.method === "PUT" && { body: { on: call.on } }),
  });
  // Older images do not have this path.
  if (answer.status === 404 && answer.text.includes("rest_no_route")) {
    throw new AppError("conflict", "The store's image has no page cache. Update its images to get one.");
  }
  if (answer.status !== 200) throw refused("Calling the page cache", answer);
  const { success, data } = answered.safeParse(parse(answer.text));
  if (!success)
    throw new ShopRefusedError("Calling the page cache failed: the store answered something else.");
  return data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
