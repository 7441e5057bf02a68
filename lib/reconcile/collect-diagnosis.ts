import { componentLabel } from "@/lib/diagnosis/store-snapshot";
import { namespaceOf, type Store } from "@/lib/domain/store";
import type { Diagnosis } from "@/lib/domain/store-event";
import type { ClusterView } from "@/lib/kube/cluster-view";
import type { KubeObject } from "@/lib/kube/kube-object";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import type { ReconcileDeps } from "./deps";

const warningsKept = 20;
const linesKept = 40;
const warningsWithinMs = 1_000;

/**
 * The warnings and log lines of a failed create, read before its namespace is deleted. Never throws: the failure is
 * reported without them too.
 */
export async function collectDiagnosis(deps: ReconcileDeps, store: Store): Promise<Diagnosis> {
  const snapshot = deps.view.snapshot(namespaceOf(store.name));
  const warnings = snapshot.warnings.slice(-warningsKept).map(describeWarning);
  const containers = snapshot.objects.filter((object) => object.kind === "Pod").flatMap(containersOf);
  const logs = await Promise.all(
    containers.map(async ({ pod, container, component }) => {
      const text = await deps.kube
        .logs({ namespace: namespaceOf(store.name), pod, container, tailLines: linesKept })
        .catch(() => "");
      return { container: component, lines: text.split("\n").filter((line) => line.trim() !== "") };
    }),
  );
  return { warnings, logs: logs.filter(({ lines }) => lines.length > 0) };
}

/** The state of an object can be known before its event arrives: waits this long for one. */
export async function untilWarned(view: ClusterView, store: Store, signal: AbortSignal): Promise<void> {
  const namespace = namespaceOf(store.name);
  if (view.snapshot(namespace).objects.length === 0) return;
  const changes = new NamespaceChanges(view, namespace);
  const giveUpAt = performance.now() + warningsWithinMs;
  try {
    while (view.snapshot(namespace).warnings.length === 0 && !signal.aborted) {
      const leftMs = giveUpAt - performance.now();
      if (leftMs <= 0) return;
      await changes.next(leftMs, signal);
    }
  } finally {
    changes.close();
  }
}

function containersOf(pod: KubeObject) {
  const spec = pod.spec as { containers?: { name: string }[] } | undefined;
  const component = pod.metadata.labels?.[componentLabel] ?? pod.metadata.name;
  return (spec?.containers ?? []).map(({ name }) => ({ pod: pod.metadata.name, container: name, component }));
}

function describeWarning(event: KubeObject): string {
  const { reason, message, involvedObject } = event as {
    reason?: string;
    message?: string;
    involvedObject?: { kind?: string; name?: string };
  };
  return `${involvedObject?.kind ?? ""} ${involvedObject?.name ?? ""}: ${reason ?? ""}: ${message ?? ""}`.trim();
}
