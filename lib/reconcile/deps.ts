import type { Logger } from "pino";
import type { Db } from "@/lib/db/connect";
import type { StoreType } from "@/lib/domain/store";
import type { Engine } from "@/lib/engines/engine";
import type { Settings } from "@/lib/env";
import type { EventLog } from "@/lib/events/event-log";
import type { Helm } from "@/lib/helm/helm";
import type { ClusterView } from "@/lib/kube/cluster-view";
import type { Kube } from "@/lib/kube/kube";

/** What the control loop works with. */
export interface ReconcileDeps {
  db: Db;
  events: EventLog;
  kube: Kube;
  view: ClusterView;
  helm: Helm;
  engines: Record<StoreType, Engine>;
  settings: Settings;
  log: Logger;
  /** Marks the namespaces of this installation: two of them may share a cluster. */
  installation: string;
}
