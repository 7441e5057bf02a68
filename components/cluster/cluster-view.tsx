"use client";

import type { ReactNode } from "react";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import type { ClusterOverviewResource } from "@/lib/http/resources/insight-resource";
import type { Usage } from "@/lib/services/plans/get-usage";
import { useLive } from "../live/live-provider";
import { TimeAgo } from "../live/time-ago";
import { Badge } from "../ui/badge";
import { Card, CardHeader } from "../ui/card";
import { Meter } from "../ui/meter";
import { StateDot } from "../ui/state-dot";

interface ClusterViewProps {
  cluster: ClusterOverviewResource;
  capacity: Usage["capacity"];
}

/** Nodes, classes and capacity of the cluster. The connection state is live. */
export function ClusterView({ cluster, capacity }: ClusterViewProps) {
  const { cluster: now } = useLive();
  const { nodes } = cluster;
  const ready = nodes.filter((node) => node.ready);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card aria-labelledby="nodes-title">
          <CardHeader
            id="nodes-title"
            title="Nodes"
            description={`${ready.length} of ${nodes.length} ready and schedulable`}
          />
          <ul className="divide-y divide-line">
            {nodes.map((node) => (
              <li key={node.name} className="flex gap-3 px-4 py-3.5 text-[0.8125rem] sm:px-5">
                <StateDot state={node.ready ? "ok" : "bad"} className="mt-1.5" />
                <div className="min-w-0 flex-1">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <p className="break-all font-medium">{node.name}</p>
                    <p className="text-ink-subtle">{node.version}</p>
                  </div>
                  <p className="mt-0.5 text-ink-muted">
                    {cores(node.cpuMillis)}, {gigabytes(node.memoryMib)} memory, up to {node.pods} pods
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
        <Classes
          id="storage-title"
          title="Storage classes"
          empty="No storage class: stores can’t get volumes. Add one and mark it as the default."
          classes={cluster.storageClasses.map(({ name, provisioner, isDefault }) => ({
            name,
            by: provisioner,
            isDefault,
          }))}
        />
        <Classes
          id="ingress-title"
          title="Ingress classes"
          empty="No ingress class: stores are not reachable. Install an ingress controller."
          classes={cluster.ingressClasses.map(({ name, controller, isDefault }) => ({
            name,
            by: controller,
            isDefault,
          }))}
        />
      </div>
      <aside aria-label="Connection and capacity" className="flex min-w-0 flex-col gap-5">
        <Card aria-labelledby="connection-title">
          <CardHeader
            id="connection-title"
            title="Connection"
            actions={
              now.state === "connected" ? (
                <Badge tone="good">Connected</Badge>
              ) : (
                <Badge tone="warn">Reconnecting</Badge>
              )
            }
          />
          <DescriptionList>
            <DescriptionItem term="Kubernetes">{cluster.version}</DescriptionItem>
            <DescriptionItem term="Since">
              <TimeAgo at={now.since} />
            </DescriptionItem>
          </DescriptionList>
        </Card>
        <Card aria-labelledby="capacity-title">
          <CardHeader
            id="capacity-title"
            title="Capacity"
            description="Requested by pods, of what schedulable nodes can allocate"
          />
          {capacity ? (
            <div className="flex flex-col gap-4 px-4 py-4 sm:px-5">
              <CapacityMeter label="CPU" {...capacity.cpuMillis} unit={1_000} name="cores" />
              <CapacityMeter label="Memory" {...capacity.memoryMib} unit={1_024} name="GB" />
              <CapacityMeter label="Pods" {...capacity.pods} />
            </div>
          ) : (
            <Quiet>Collecting: Storeyard is listing nodes and pods.</Quiet>
          )}
        </Card>
      </aside>
    </div>
  );
}

function CapacityMeter({ label, used, most, unit = 1, name = "" }: CapacityMeterProps) {
  const [part, whole] = [used, most].map((amount) => Number((amount / unit).toFixed(2)));
  const words = `${part} of ${whole} ${name}`.trimEnd();
  return <Meter label={label} share={most === 0 ? 1 : used / most} words={words} />;
}

interface CapacityMeterProps {
  label: string;
  used: number;
  most: number;
  /** How many counted units make one displayed unit, e.g. 1000 for cores from millicores. */
  unit?: number;
  name?: string;
}

interface ClassesProps {
  id: string;
  title: string;
  empty: string;
  classes: { name: string; by: string; isDefault: boolean }[];
}

function Classes({ id, title, empty, classes }: ClassesProps) {
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} />
      {classes.length === 0 ? <Quiet>{empty}</Quiet> : null}
      <ul className="divide-y divide-line">
        {classes.map(({ name, by, isDefault }) => (
          <li
            key={name}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-[0.8125rem] sm:px-5"
          >
            <span className="flex-1 font-medium sm:flex-none">{name}</span>
            <span className="order-last min-w-0 basis-full break-all text-ink-muted sm:order-none sm:flex-1 sm:basis-0">
              {by}
            </span>
            {isDefault ? <Badge>Default</Badge> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <p className="px-4 py-4 text-[0.8125rem] text-ink-muted sm:px-5">{children}</p>;
}

function cores(millis: number): string {
  return `${Number((millis / 1000).toFixed(2))} ${millis === 1000 ? "core" : "cores"}`;
}

function gigabytes(mib: number): string {
  return `${Number((mib / 1024).toFixed(1))} GB`;
}
