import { namespaceOf, type Store } from "@/lib/domain/store";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ReconcileDeps } from "./deps";
import { isNamespaceOf } from "./namespace-labels";

/** The store's namespace as the API server has it: asked before anything that can't be taken back. */
export class OwnNamespace {
  private readonly deps: ReconcileDeps;
  private readonly store: Pick<Store, "id" | "name">;

  constructor(deps: ReconcileDeps, store: Pick<Store, "id" | "name">) {
    this.deps = deps;
    this.store = store;
  }

  /** Deletes the namespace if it is this store's; one that belongs to another stays. */
  async delete(): Promise<void> {
    const found = await this.find();
    if (!found || found.metadata.deletionTimestamp) return;
    await this.deps.kube.delete(this.ref());
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
