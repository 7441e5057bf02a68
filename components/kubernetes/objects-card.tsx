import { ChevronRight, TriangleAlert } from "lucide-react";
import type { StoreObjectResource } from "@/lib/http/resources/insight-resource";
import { TimeAgo } from "../live/time-ago";
import { useClusterAway } from "../live/use-cluster-away";
import { Card, CardHeader } from "../ui/card";
import { StateDot } from "../ui/state-dot";

/** Supporting objects: folded away while they are healthy. */
const supportingKinds = new Set([
  "ReplicaSet",
  "LimitRange",
  "NetworkPolicy",
  "ResourceQuota",
  "ServiceAccount",
]);

/** The store's Kubernetes objects, workloads first, each with its warnings. */
export function ObjectsCard({ objects }: { objects: StoreObjectResource[] }) {
  const away = useClusterAway();
  const quiet = objects.filter(({ kind, state }) => supportingKinds.has(kind) && state === "ok");
  const shown = objects.filter((object) => !quiet.includes(object));
  return (
    <Card aria-labelledby="objects-title">
      <CardHeader
        id="objects-title"
        title="Objects"
        description={away && objects.length > 0 ? "Last known state: the cluster is unreachable" : null}
      />
      {objects.length === 0 ? (
        <p className="px-5 py-10 text-center text-ink-muted text-sm">
          {away
            ? "The cluster is unreachable. The objects appear when it is reachable again."
            : "This store has no objects in the cluster."}
        </p>
      ) : (
        <ObjectRows objects={shown} />
      )}
      {quiet.length === 0 ? null : (
        <details className="group/more border-line border-t">
          <summary className="flex list-none items-center gap-2 rounded-b-lg px-4 py-2.5 font-medium text-[0.8125rem] text-ink-muted outline-offset-[-2px] hover:bg-hover/50 hover:text-ink sm:px-5">
            <ChevronRight
              aria-hidden="true"
              className="size-3.5 transition-transform duration-150 group-open/more:rotate-90"
            />
            {quiet.length} supporting objects
          </summary>
          <div className="border-line border-t">
            <ObjectRows objects={quiet} />
          </div>
        </details>
      )}
    </Card>
  );
}

function ObjectRows({ objects }: { objects: StoreObjectResource[] }) {
  return (
    <ul className="divide-y divide-line">
      {objects.map((object) => (
        <li key={`${object.kind} ${object.name}`} className="px-4 py-2.5 sm:px-5">
          <ObjectRow object={object} />
        </li>
      ))}
    </ul>
  );
}

function ObjectRow({ object }: { object: StoreObjectResource }) {
  return (
    <>
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 text-[0.8125rem] leading-5 md:grid-cols-[auto_9.5rem_minmax(0,1.15fr)_minmax(0,1fr)_4.5rem]">
        <StateDot state={object.state} className="mt-1.5" />
        <span className="font-medium">{object.kind}</span>
        <span className="order-last col-span-2 col-start-2 break-all font-mono text-ink-muted text-xs leading-5 md:order-none md:col-span-1 md:col-start-auto">
          {object.name}
        </span>
        <span className="order-last col-span-2 col-start-2 break-words text-ink-muted md:order-none md:col-span-1 md:col-start-auto">
          {object.status}
        </span>
        <span className="text-right text-ink-subtle">
          {object.createdAt ? <TimeAgo at={object.createdAt} /> : null}
        </span>
      </div>
      {object.warnings.length > 0 ? <Warnings object={object} /> : null}
    </>
  );
}

function Warnings({ object: { warnings, state } }: { object: StoreObjectResource }) {
  const kind = state === "ok" ? "earlier warning" : "warning";
  return (
    <details open={state === "bad"} className="group/warnings mt-1 ml-5">
      <summary className="inline-flex h-6 list-none items-center gap-1.5 rounded-sm pr-1 font-medium text-warn text-xs">
        <TriangleAlert aria-hidden="true" className="size-3.5" />
        {warnings.length === 1 ? `1 ${kind}` : `${warnings.length} ${kind}s`}
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 transition-transform duration-150 group-open/warnings:rotate-90"
        />
      </summary>
      <ul className="mt-1 flex flex-col gap-1.5 border-warn-line border-l-2 pl-3">
        {warnings.toReversed().map((warning) => (
          <li key={`${warning.at} ${warning.reason} ${warning.message}`} className="text-xs leading-5">
            <span className="font-medium">{warning.reason}</span>{" "}
            <span className="text-ink-subtle">
              <TimeAgo at={warning.at} />
            </span>
            <p className="text-ink-muted [overflow-wrap:anywhere]">{warning.message}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
