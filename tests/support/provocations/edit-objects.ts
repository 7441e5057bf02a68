import type { V1Container, V1PodSpec } from "@kubernetes/client-node";
import type { KubeObject } from "@/lib/kube/kube-object";

interface Template {
  metadata: { annotations?: Record<string, string> };
  spec: V1PodSpec;
}

/** The first object of a kind. */
export function find<T>(objects: KubeObject[], kind: string): T {
  const object = objects.find((candidate) => candidate.kind === kind);
  if (!object) throw new Error(`the chart renders no ${kind}`);
  return object as T;
}

/** The pod template of a Deployment or StatefulSet. */
export function templateOf(
  objects: KubeObject[],
  kind: "Deployment" | "StatefulSet" = "Deployment",
): Template {
  return find<{ spec: { template: Template } }>(objects, kind).spec.template;
}

/** The pod that a Deployment or StatefulSet describes. */
export function podOf(objects: KubeObject[], kind?: "Deployment" | "StatefulSet"): V1PodSpec {
  return templateOf(objects, kind).spec;
}

/** The first container of a Deployment or StatefulSet. */
export function container(objects: KubeObject[], kind?: "Deployment" | "StatefulSet"): V1Container {
  const [first] = podOf(objects, kind).containers;
  if (!first) throw new Error("the chart renders no container");
  return first;
}

/** Removes the probes of a container, and returns it. */
export function withoutProbes(target: V1Container): V1Container {
  for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"] as const) delete target[probe];
  return target;
}

/** Scales the Deployment to zero replicas. */
export function scaleDown(objects: KubeObject[]): void {
  Object.assign(find<KubeObject>(objects, "Deployment").spec as object, { replicas: 0 });
}

/** A command that runs these lines of shell. */
export function say(...lines: string[]): string[] {
  return ["sh", "-c", lines.join("\n")];
}
