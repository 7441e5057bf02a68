import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { KubeObject } from "@/lib/kube/kube-object";

/** The limits of a container, by its name. */
export interface SizedContainer {
  container: string;
  cpuMillis: number;
  memoryMib: number;
}

type Amounts = Record<string, string | number>;

interface Container {
  name: string;
  resources?: { requests?: Amounts; limits?: Amounts };
}

interface Workload {
  template?: { spec: { containers: Container[] } };
}

/**
 * A manifest as it would be with these sizes, from two renders with different ones. A request that is the same in both is
 * fixed by the values files; any other is its share of the limit.
 */
export function sizeManifest(
  small: KubeObject[],
  large: KubeObject[],
  sizes: SizedContainer[],
): KubeObject[] {
  const sizeOf = new Map(sizes.map((size) => [size.container, size]));
  const inLarge = new Map(large.flatMap(containersOf).map((container) => [container.name, container]));
  return small.map((object) => {
    const { template, ...spec } = (object.spec ?? {}) as Workload;
    if (!template) return object;
    const containers = template.spec.containers.map((container) => {
      const size = sizeOf.get(container.name);
      return size ? resize(container, inLarge.get(container.name), size) : container;
    });
    return {
      ...object,
      spec: { ...spec, template: { ...template, spec: { ...template.spec, containers } } },
    };
  });
}

function containersOf({ spec }: KubeObject): Container[] {
  return ((spec ?? {}) as Workload).template?.spec.containers ?? [];
}

function resize(container: Container, larger: Container | undefined, size: SizedContainer): Container {
  const { requests = {}, limits = {} } = container.resources ?? {};
  const limit = { cpu: `${size.cpuMillis}m`, memory: `${size.memoryMib}Mi` };
  const request = (resource: "cpu" | "memory") => {
    const now = requests[resource];
    if (now === undefined || now === larger?.resources?.requests?.[resource]) return now;
    const share = parseQuantity(now) / parseQuantity(limits[resource] ?? 0);
    return share * parseQuantity(limit[resource]);
  };
  const sized = Object.entries({ cpu: request("cpu"), memory: request("memory") });
  return {
    ...container,
    resources: {
      limits: limit,
      requests: Object.fromEntries(
        sized.filter((entry): entry is [string, string | number] => entry[1] !== undefined),
      ),
    },
  };
}
