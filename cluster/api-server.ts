import { readFileSync } from "node:fs";
import { Agent, type RequestOptions, request } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { apiServerUrl, type ClusterSettings, certificatesDir } from "./settings";

interface Answer {
  status: number;
  body: string;
}

interface NodeCondition {
  type: string;
  status: string;
  lastHeartbeatTime: string;
}

interface ClusterObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  status?: object;
}

/** A client of the API server with administrator rights, for the calls that starting the cluster needs. */
export class ApiServer {
  private readonly url: string;
  private readonly agent: Agent;

  constructor(settings: ClusterSettings) {
    const read = (file: string) => readFileSync(join(certificatesDir(settings), file));
    this.url = apiServerUrl(settings);
    this.agent = new Agent({
      ca: read("ca.crt"),
      cert: read("admin.crt"),
      key: read("admin.key"),
      keepAlive: true,
    });
  }

  async isReady(): Promise<boolean> {
    const answer = await this.call("GET", "/readyz").catch(() => null);
    return answer?.status === 200;
  }

  /** Whether the node is ready and its kubelet reported that after `since`. The status of a stopped cluster is stale. */
  async isNodeReady(name: string, since = new Date(0)): Promise<boolean> {
    const answer = await this.call("GET", `/api/v1/nodes/${name}`).catch(() => null);
    if (answer?.status !== 200) return false;
    const { status } = JSON.parse(answer.body) as { status?: { conditions?: NodeCondition[] } };
    const ready = status?.conditions?.find(({ type }) => type === "Ready");
    return ready?.status === "True" && new Date(ready.lastHeartbeatTime) >= since;
  }

  /** Applies a cluster-scoped object with server-side apply, and its status if it has one. */
  async apply(object: ClusterObject): Promise<void> {
    const plural = `${object.kind.toLowerCase()}${object.kind.endsWith("s") ? "es" : "s"}`;
    const group = object.apiVersion.includes("/") ? "apis" : "api";
    const path = `/${group}/${object.apiVersion}/${plural}/${object.metadata.name}`;
    for (const part of object.status ? ["", "/status"] : [""]) {
      const query = "?fieldManager=storeyard-cluster&force=true";
      const answer = await this.call("PATCH", `${path}${part}${query}`, JSON.stringify(object));
      if (answer.status >= 300) {
        throw new Error(`The API server refused ${object.kind} ${object.metadata.name}: ${answer.body}`);
      }
    }
  }

  /** Deletes the core objects of a kind, such as `nodes`, that a label selects. */
  async deleteAll(plural: string, selector: string): Promise<void> {
    const answer = await this.call(
      "DELETE",
      `/api/v1/${plural}?labelSelector=${encodeURIComponent(selector)}`,
    );
    if (answer.status >= 300) throw new Error(`The API server did not delete the ${plural}: ${answer.body}`);
  }

  close(): void {
    this.agent.destroy();
  }

  private async call(method: string, path: string, body?: string): Promise<Answer> {
    const options: RequestOptions = { method, agent: this.agent, timeout: 5_000 };
    if (body !== undefined) options.headers = { "Content-Type": "application/apply-patch+yaml" };
    return new Promise((resolve, reject) => {
      const call = request(`${this.url}${path}`, options, (response) => {
        text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), reject);
      });
      call.on("timeout", () => call.destroy(new Error("the API server did not answer within 5 s")));
      call.on("error", reject);
      call.end(body);
    });
  }
}
