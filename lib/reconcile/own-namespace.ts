import { namespaceOf, type Store } from "@/lib/domain/store";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ReconcileDeps } from "./deps";
import { isNamespaceOf } from "./namespace-labels";

/** Pods, the workloads that restart them, and the claims that pods hold. */
const runningKinds = new Set(["Deployment", "StatefulSet", "CronJob", "Pod", "PersistentVolumeClaim"]);

/** The store's namespace as the API server has it. Read before everything that can't be undone. */
export class OwnNamespace {
  private readonly deps: ReconcileDeps;
  private readonly store: Pick<Store, "id" | "name">;

  constructor(deps: ReconcileDeps, store: Pick<Store, "id" | "name">) {
    this.deps = deps;
    this.store = store;
  }

  /**
   * Deletes the namespace if it belongs to this store. Its pods are stopped at once: Kubernetes begins with that only
   * 5 s later (namespaceDeletionGracePeriod of its controller), and retries some seconds later what is left then.
   */
  async delete(): Promise<void> {
    const found = await this.find();
    if (!found || found.metadata.deletionTimestamp) return;
    const { objects } = this.deps.view.snapshot(namespaceOf(this.store.name));
    await this.deps.kube.delete(this.ref());
    const stopped = objects.filter(({ kind }) => runningKinds.has(kind));
    await Promise.allSettled(
      stopped.map(({ apiVersion, kind, metadata: { namespace, name } }) =>
        this.deps.kube.delete({ apiVersion, kind, namespace, name }),
      ),
    );
  }

  async isStillThere(): Promise<boolean> {
    return (await this.find()) !== null;
  }

  private async find(): Promise<KubeObject | null> {
    const found = await this.deps.kube.find(this.ref());
    return found && isNamespaceOf(found, this.store.id, this.deps.installation) ? found : null;
  }

  private ref() {
    return { apiVersion: "v1", kind: "Namespace", name: namespaceOf(this.store.name) };
  }
}
