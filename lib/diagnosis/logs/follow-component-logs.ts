import { setImmediate as nextTurn } from "node:timers/promises";
import type { LogLine } from "@/lib/domain/inspection";
import type { ClusterView } from "@/lib/kube/cluster-view";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject } from "@/lib/kube/kube-object";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import { componentLabel } from "../store-snapshot";

export interface ComponentLogSource {
  kube: Kube;
  view: ClusterView;
  namespace: string;
  component: string;
  /** The container whose log is the component's; by default the one with its name. */
  container?: string;
  /** How many existing lines to begin with. */
  tailLines: number;
  /** Continue after this time: a reader that lost its connection has the lines before it. */
  after?: string;
}

/** The longest time until the component's pods are listed again: not every replacement is reported. */
const lookAgainMs = 2_000;

/** The pods of a component, the newest first. */
export function findComponentPods(view: ClusterView, namespace: string, component: string): KubeObject[] {
  return view
    .snapshot(namespace)
    .objects.filter(({ kind, metadata }) => kind === "Pod" && metadata.labels?.[componentLabel] === component)
    .sort((a, b) => createdMs(b) - createdMs(a));
}

/** The container of a pod whose log is the component's: the given one or the one with its name, else the first. */
export function mainContainer(
  pod: KubeObject,
  { component, container = component }: Pick<ComponentLogSource, "component" | "container">,
): string {
  const { containers } = pod.spec as { containers: { name: string }[] };
  return containers.find(({ name }) => name === container)?.name ?? containers[0]?.name ?? component;
}

/**
 * The log of a part of a store as it is written, over restarts: when its pod is replaced, the next pod's log follows. A
 * line is returned once. Ends with the signal.
 */
export async function* followComponentLogs(
  source: ComponentLogSource,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const { view, namespace, component } = source;
  const changes = new NamespaceChanges(view, namespace);
  const told = new Map<string, string>();
  let first = true;
  try {
    while (!signal.aborted) {
      const pod = findComponentPods(view, namespace, component)[0];
      if (pod) {
        yield* followPod(source, pod, { told, first }, signal);
        first = false;
      }
      await nextTurn();
      await changes.next(lookAgainMs, signal);
    }
  } finally {
    changes.close();
  }
}

async function* followPod(
  source: ComponentLogSource,
  pod: KubeObject,
  { told, first }: { told: Map<string, string>; first: boolean },
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const { kube, namespace, tailLines, after } = source;
  const { name } = pod.metadata;
  const container = mainContainer(pod, source);
  const since = told.get(name) ?? after;
  const from = since !== undefined ? { sinceTime: since } : first ? { tailLines } : {};
  try {
    for await (const line of await kube.followLogs({ namespace, pod: name, container, ...from }, signal)) {
      const parsed = parseLine(line, name);
      // sinceTime is inclusive, and has a resolution of a second in some versions.
      if (parsed === null || (since !== undefined && instantKey(parsed.at) <= instantKey(since))) continue;
      told.set(name, parsed.at);
      yield parsed;
    }
  } catch {
    // The container has not started, is gone, or the connection broke: try again.
  }
}

export function parseLine(line: string, pod: string): LogLine | null {
  const end = line.indexOf(" ");
  const at = line.slice(0, end);
  return end > 0 && !Number.isNaN(Date.parse(at)) ? { at, pod, text: line.slice(end + 1) } : null;
}

/** A key that sorts like the time: the API omits trailing zeros of the fraction. */
function instantKey(at: string): string {
  const [seconds = "", fraction = ""] = at.replace(/Z$/, "").split(".");
  return `${seconds}.${fraction.padEnd(9, "0")}`;
}

function createdMs(object: KubeObject): number {
  return Date.parse(object.metadata.creationTimestamp ?? "") || 0;
}
