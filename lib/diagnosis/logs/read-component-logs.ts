import { type ComponentLogSource, findComponentPods, mainContainer } from "./follow-component-logs";

/** The last log lines of a component's newest pod; null if the watches show no pod. Rejects like `Kube.logs`. */
export async function readComponentLogs(source: Omit<ComponentLogSource, "after">): Promise<string | null> {
  const { kube, view, namespace, component, tailLines } = source;
  const [pod] = findComponentPods(view, namespace, component);
  if (pod === undefined) return null;
  return kube.logs({ namespace, pod: pod.metadata.name, container: mainContainer(pod, source), tailLines });
}
