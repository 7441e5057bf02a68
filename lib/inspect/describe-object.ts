import type {
  V1CronJob,
  V1Deployment,
  V1Ingress,
  V1PersistentVolumeClaim,
  V1Pod,
  V1ResourceQuota,
  V1Service,
  V1StatefulSet,
} from "@kubernetes/client-node";
import type { StoreObject } from "@/lib/domain/inspection";
import type { KubeObject } from "@/lib/kube/kube-object";

export type ObjectStatus = Pick<StoreObject, "state" | "status">;

const exists: ObjectStatus = { state: "ok", status: "Exists" };

/** The state of an object in a few words, by kind. */
const describers: Record<string, (object: never) => ObjectStatus> = {
  Namespace: ({ status }: { status?: { phase?: string } }) => ({
    state: status?.phase === "Active" ? "ok" : "busy",
    status: status?.phase ?? "Unknown",
  }),
  Pod: describePod,
  Deployment: ({ spec, status }: V1Deployment) => replicas(status?.readyReplicas, spec?.replicas),
  StatefulSet: ({ spec, status }: V1StatefulSet) => replicas(status?.readyReplicas, spec?.replicas),
  ReplicaSet: ({ spec, status }: V1Deployment) => replicas(status?.readyReplicas, spec?.replicas),
  PersistentVolumeClaim: ({ spec, status }: V1PersistentVolumeClaim) => {
    const size = status?.capacity?.storage ?? spec?.resources?.requests?.storage ?? "";
    return {
      state: status?.phase === "Bound" ? "ok" : "busy",
      status: `${status?.phase ?? "Pending"}, ${size}`,
    };
  },
  Service: ({ spec }: V1Service) => ({
    state: "ok",
    status: [spec?.clusterIP, ...(spec?.ports ?? []).map(({ port }) => `port ${port}`)]
      .filter(Boolean)
      .join(", "),
  }),
  Ingress: ({ spec }: V1Ingress) => ({
    state: "ok",
    status: (spec?.rules ?? []).map(({ host }) => host ?? "any host").join(", "),
  }),
  CronJob: ({ spec, status }: V1CronJob) => {
    const last = status?.lastScheduleTime;
    const at = last && new Date(last).toISOString().slice(0, 16).replace("T", " ");
    const when = at ? `last ran ${at} UTC` : "has not run yet";
    return { state: "ok", status: `${spec?.schedule ?? ""}, ${when}` };
  },
  ResourceQuota: ({ status }: V1ResourceQuota) => ({
    state: "ok",
    status: status?.hard
      ? `${status.used?.pods ?? 0} of ${status.hard.pods ?? "any number of"} pods`
      : "Not calculated yet",
  }),
};

/** The state of an object, in the terms of Kubernetes. */
export function describeObject(object: KubeObject): ObjectStatus {
  if (object.metadata.deletionTimestamp) return { state: "busy", status: "Terminating" };
  const describe = describers[object.kind] as ((object: KubeObject) => ObjectStatus) | undefined;
  return describe ? describe(object) : exists;
}

function replicas(ready: number | undefined, wanted: number | undefined): ObjectStatus {
  const status = `${ready ?? 0} of ${wanted ?? 1} ready`;
  return { state: (ready ?? 0) >= (wanted ?? 1) ? "ok" : "busy", status };
}

function describePod({ status }: V1Pod): ObjectStatus {
  const containers = status?.containerStatuses ?? [];
  const restarts = containers.reduce((sum, { restartCount }) => sum + restartCount, 0);
  const waiting = containers.find(({ state }) => state?.waiting)?.state?.waiting?.reason;
  const ready = status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True");
  const words = [waiting ?? status?.phase ?? "Unknown", restarts > 0 ? `${restarts} restarts` : null];
  const done = status?.phase === "Succeeded";
  const bad = status?.phase === "Failed" || /BackOff|Error|Err/.test(waiting ?? "");
  return { state: bad ? "bad" : ready || done ? "ok" : "busy", status: words.filter(Boolean).join(", ") };
}
