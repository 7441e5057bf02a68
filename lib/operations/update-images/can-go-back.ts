import type { StoreRow } from "@/lib/db/store-row";
import { namespaceOf } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import type { ReconcileDeps } from "@/lib/reconcile/deps";
import type { ImageUpdate } from "./image-update";

/** Whether the store's engine says that its data still fits the images from before the update. */
export function canGoBack(
  { engines, view }: Pick<ReconcileDeps, "engines" | "view">,
  store: Pick<StoreRow, "name" | "type">,
  { from, to }: ImageUpdate,
): boolean {
  const before = Object.values(from.images);
  const added = Object.values(to.images).filter((image) => !before.includes(image));
  const ran = hasRun(view.snapshot(namespaceOf(store.name)), added);
  return getEngine(engines, store.type).canGoBack({ from: from.versions, to: to.versions, hasRun: ran });
}

interface ContainerStatus {
  name: string;
  restartCount?: number;
  state?: { running?: object; terminated?: object };
  lastState?: { terminated?: object };
}

/** Whether a container of one of the images has run: it may have changed the shop's data. */
function hasRun({ objects }: NamespaceSnapshot, images: string[]): boolean {
  return objects
    .filter(({ kind }) => kind === "Pod")
    .some(({ spec, status }) => {
      const { containers = [] } = (spec ?? {}) as { containers?: { name: string; image: string }[] };
      const { containerStatuses = [] } = (status ?? {}) as { containerStatuses?: ContainerStatus[] };
      return containerStatuses.some(({ name, restartCount = 0, state, lastState }) => {
        const image = containers.find((container) => container.name === name)?.image ?? "";
        const ran = restartCount > 0 || state?.running || state?.terminated || lastState?.terminated;
        return images.includes(image) && Boolean(ran);
      });
    });
}
