import type { LogRequest } from "@/lib/kube/kube-object";
import { type ComponentLogSource, findComponentPods, mainContainer } from "./follow-component-logs";

type Source = Omit<ComponentLogSource, "after"> & Pick<LogRequest, "sinceSeconds" | "limitBytes">;

/** The last log lines of a component's newest pod; null if the watches show no pod. Rejects like `Kube.logs`. */
export async function readComponentLogs(source: Source): Promise<string | null> {
  const { kube, view, namespace, component, tailLines, sinceSeconds, limitBytes } = source;
  const [pod] = findComponentPods(view, namespace, component);
  if (pod === undefined) return null;
  const container = mainContainer(pod, source);
  return kube.logs({ namespace, pod: pod.metadata.name, container, tailLines, sinceSeconds, limitBytes });
}
