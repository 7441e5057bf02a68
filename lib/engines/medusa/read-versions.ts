import type { Software } from "@/lib/domain/software-version";
import type { ShopTarget } from "../engine";
import { listSoftware } from "../list-software";
import { ShopClient } from "../shop-client";
import { platformAuthorization } from "./platform-authorization";

/** The most important for the owner first, with their names in the image's route. */
const names = { medusa: "Medusa", node: "Node.js", postgres: "PostgreSQL" };

/** Asks the image's own route (images/medusa, status). */
export async function readVersions(target: ShopTarget): Promise<Software> {
  const shop = new ShopClient(target);
  const { json } = await shop.expect<Record<string, unknown>>(
    "Asking for the versions",
    200,
    "/admin/storeyard/status",
    { headers: platformAuthorization(target) },
  );
  return listSoftware(names, json);
}
