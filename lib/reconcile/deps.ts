import type { Logger } from "pino";
import type { Db } from "@/lib/db/connect";
import type { Engines } from "@/lib/engines/list-engines";
import type { Settings } from "@/lib/env";
import type { EventLog } from "@/lib/events/event-log";
import type { Helm } from "@/lib/helm/helm";
import type { ClusterView } from "@/lib/kube/cluster-view";
import type { Kube } from "@/lib/kube/kube";

/** The dependencies of the control loop. */
export interface ReconcileDeps {
  db: Db;
  events: EventLog;
  kube: Kube;
  view: ClusterView;
  helm: Helm;
  engines: Engines;
  settings: Settings;
  log: Logger;
  /** Marks the namespaces of this installation. Several installations can share a cluster. */
  installation: string;
}
