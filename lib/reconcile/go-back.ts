import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { ImageUpdate } from "@/lib/domain/image-update";
import { describeSoftware } from "@/lib/domain/software-version";
import { namespaceOf } from "@/lib/domain/store";
import type { Diagnosis, OperationKind } from "@/lib/domain/store-event";
import { getEngine } from "@/lib/engines/get-engine";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import type { ReconcileDeps } from "./deps";
import { failureDetail, type Progress } from "./progress";

/** Whether an update that failed leaves a shop that can run what it ran before. */
export function canGoBack(
  { engines, view }: Pick<ReconcileDeps, "engines" | "view">,
  row: Pick<StoreRow, "name" | "type">,
  update: ImageUpdate,
): boolean {
  const { from, to } = update;
  const before = Object.values(from.images);
  const added = Object.values(to.images).filter((image) => !before.includes(image));
  const ran = hasRun(view.snapshot(namespaceOf(row.name)), added);
  return getEngine(engines, row.type).canGoBack({ from: from.versions, to: to.versions, hasRun: ran });
}

interface ContainerStatus {
  name: string;
  restartCount?: number;
  state?: { running?: object; terminated?: object };
  lastState?: { terminated?: object };
}

/** Whether a container of one of the images has run, or runs: it may have changed the shop's data. */
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

/** From here on the store is wanted as it was before the update, and proven again; why stays noted until the end. */
export function goBack(
  deps: Pick<ReconcileDeps, "db">,
  progress: Pick<Progress, "say">,
  { id, name, update }: StoreRow & { update: ImageUpdate },
  failure: { cause: Cause; diagnosis: Diagnosis },
): void {
  const { from, to } = update;
  transact(deps.db, (tx) => {
    tx.update(stores)
      .set({
        images: from.images,
        update: { ...update, failure: { at: Date.now(), ...failure } },
        verifiedDigest: null,
      })
      .where(eq(stores.id, id))
      .run();
    progress.say(tx, `${name} goes back to ${describeSoftware(from.versions) ?? "the images that it had"}`, {
      kind: "store.update",
      offered: to.versions,
    });
  });
}

/** The store stays with what it was updated to, and its owner hears why. */
export function stay(
  deps: Pick<ReconcileDeps, "db">,
  progress: Pick<Progress, "say">,
  name: string,
  { from }: ImageUpdate,
): void {
  const before = describeSoftware(from.versions) ?? "the images that it had";
  transact(deps.db, (tx) =>
    progress.say(tx, `${name} can’t go back to ${before}: the newer one may have changed its data already`, {
      kind: "store.update",
      offered: null,
    }),
  );
}

/** The store is what it was before, and was proven so: what is told is why the update failed. */
export function endFailedUpdate(
  progress: Pick<Progress, "finish">,
  operation: OperationKind,
  name: string,
  { cause, diagnosis }: NonNullable<ImageUpdate["failure"]>,
): void {
  progress.finish({
    state: "failed",
    message: cause.message,
    detail: failureDetail(operation, cause, diagnosis),
    phase: {
      phase: "ready",
      cause: null,
      message: `${name} is ready, as it was before the update`,
      more: { update: null },
    },
  });
}
