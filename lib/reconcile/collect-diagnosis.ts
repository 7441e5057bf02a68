import { namespaceOf, type Store } from "@/lib/domain/store";
import type { Diagnosis } from "@/lib/domain/store-event";
import type { KubeObject } from "@/lib/kube/kube-object";
import { componentLabel } from "@/lib/kube/observe-workloads";
import type { ReconcileDeps } from "./deps";

const warningsKept = 20;
const linesKept = 40;

/** What is worth keeping of a failed create, read before its namespace goes. Never throws: it is a courtesy. */
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
