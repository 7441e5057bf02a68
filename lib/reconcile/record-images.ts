import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Images } from "@/lib/domain/images";
import { namespaceOf } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import { findNewestRelease } from "@/lib/helm/release-store";
import type { ReconcileDeps } from "./deps";

/**
 * The images that a store runs. They are recorded when an operation first handles the store: the installation's images, or
 * for a store from before images were recorded, those of its release. Later images of the installation are used only for
 * parts that the engine has gained since.
 */
export async function recordImages(
  deps: Pick<ReconcileDeps, "db" | "engines" | "kube">,
  row: StoreRow,
): Promise<Images> {
  const { images: offered } = getEngine(deps.engines, row.type);
  const known = row.images ?? (row.readyAt ? await readReleased(deps, row) : {});
  const images = Object.fromEntries(
    Object.entries(offered).map(([role, image]) => [role, known[role] ?? image]),
  );
  if (!isDeepStrictEqual(images, row.images)) {
    deps.db.update(stores).set({ images }).where(eq(stores.id, row.id)).run();
  }
  return images;
}

async function readReleased({ kube }: Pick<ReconcileDeps, "kube">, { name }: StoreRow): Promise<Images> {
  const release = await findNewestRelease(kube, namespaceOf(name), name);
  const said = Object.entries((release?.config?.images ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    said.filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== ""),
  );
}
