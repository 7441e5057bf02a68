import { eq } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Images } from "@/lib/domain/images";
import { namespaceOf } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import { findNewestRelease } from "@/lib/helm/release-store";
import type { ReconcileDeps } from "./deps";

/**
 * The images that the store runs, noted the first time that it is worked on: what the installation has then, or for a
 * store of before that was kept, what its release says. Images that the installation gets later are not the store's.
 */
export async function recordImages(
  deps: Pick<ReconcileDeps, "db" | "engines" | "kube">,
  row: StoreRow,
): Promise<Images> {
  if (row.images !== null) return row.images;
  const { images: offered } = getEngine(deps.engines, row.type);
  const images = (row.readyAt && (await findReleased(deps, row, Object.keys(offered)))) || offered;
  deps.db.update(stores).set({ images }).where(eq(stores.id, row.id)).run();
  return images;
}

async function findReleased(
  { kube }: Pick<ReconcileDeps, "kube">,
  { name }: StoreRow,
  roles: string[],
): Promise<Images | null> {
  const release = await findNewestRelease(kube, namespaceOf(name), name);
  const said = release?.config?.images as Record<string, unknown> | undefined;
  const images = roles.flatMap((role) => {
    const image = said?.[role];
    return typeof image === "string" && image !== "" ? [[role, image] as const] : [];
  });
  return images.length === roles.length ? Object.fromEntries(images) : null;
}
