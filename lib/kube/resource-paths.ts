import { AppError } from "@/lib/errors";
import { ApiError } from "./api-error";
import { requestJson } from "./api-request";
import type { ClusterConnection } from "./connection/connect-to-cluster";

interface Resource {
  plural: string;
  namespaced: boolean;
}

export interface ResourcePath {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name?: string;
}

/** Maps apiVersion and kind to the API's paths. Discovers each group version once. */
export class ResourcePaths {
  private readonly groups = new Map<string, Promise<Map<string, Resource>>>();

  constructor(private readonly connection: ClusterConnection) {}

  /** Throws AppError `invalid` for a kind that the cluster does not have. */
  async of(ref: ResourcePath): Promise<string> {
    const resource = await this.find(ref.apiVersion, ref.kind);
    const parts = [groupPath(ref.apiVersion)];
    if (resource.namespaced && ref.namespace) parts.push("namespaces", encodeURIComponent(ref.namespace));
    parts.push(resource.plural);
    if (ref.name !== undefined) {
      if (resource.namespaced && !ref.namespace) {
        throw new AppError("invalid", `${ref.kind} "${ref.name}" needs a namespace.`);
      }
      parts.push(encodeURIComponent(ref.name));
    }
    return parts.join("/");
  }

  private async find(apiVersion: string, kind: string): Promise<Resource> {
    const known = this.groups.get(apiVersion);
    let resource = (await (known ?? this.discover(apiVersion))).get(kind);
    // The kind may have been installed since.
    if (!resource && known) resource = (await this.discover(apiVersion)).get(kind);
    if (!resource) throw new AppError("invalid", `The cluster has no kind ${kind} in ${apiVersion}.`);
    return resource;
  }

  private discover(apiVersion: string): Promise<Map<string, Resource>> {
    const discovery = fetchResources(this.connection, apiVersion);
    this.groups.set(apiVersion, discovery);
    discovery.catch(() => {
      if (this.groups.get(apiVersion) === discovery) this.groups.delete(apiVersion);
    });
    return discovery;
  }
}

async function fetchResources(connection: ClusterConnection, apiVersion: string) {
  try {
    const list = await requestJson<{ resources: { name: string; kind: string; namespaced: boolean }[] }>(
      connection,
      { method: "GET", path: groupPath(apiVersion), repeatable: true },
    );
    const resources = list.resources.filter(({ name }) => !name.includes("/"));
    return new Map(
      resources.map(({ kind, name, namespaced }) => [kind, { plural: name, namespaced }] as const),
    );
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return new Map<string, Resource>();
    throw error;
  }
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
