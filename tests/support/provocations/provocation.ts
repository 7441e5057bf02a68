import type { CauseCode } from "@/lib/domain/cause";
import type { KubeObject } from "@/lib/kube/kube-object";

/** A situation that keeps a store from being ready, on a real cluster. */
export interface Provocation {
  /** The resulting cause; absent if nothing is wrong. */
  code?: CauseCode;
  /** Matches the cause's detail or the snapshot's JSON once the situation is fully visible. */
  until?: RegExp;
  /** The part of the store to apply; both if absent. */
  only?: "shop" | "database" | "cron";
  values?: Record<string, unknown>;
  withoutSecret?: true;
  /** The namespace's level; `restricted` where absent. */
  podSecurity?: "baseline";
  /** Changes the rendered objects before they are applied. */
  change?(objects: KubeObject[], namespace: string): void;
  /** Objects outside of the namespace; removed afterwards. */
  clusterObjects?: KubeObject[];
  /** Deletes the namespace and reads it while it terminates. */
  terminating?: true;
}
