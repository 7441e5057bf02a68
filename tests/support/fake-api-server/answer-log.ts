import type { ServerResponse } from "node:http";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { FakeCluster } from "../fake-kube";
import { refOf } from "../object-store";

/** The log of each container when it starts. */
const lines: Record<string, string[]> = {
  shop: [
    "Set-up done: waited 29 ms for the database, applied url, title in 183 ms.",
    '10.244.0.1 - - "GET /shop/ HTTP/1.1" 200',
  ],
  database: ["mariadbd (server 11.8.3-MariaDB) starting", "mariadbd: ready for connections"],
};

/** The log of a pod's container, once or followed for as long as the pod is there. */
export function answerLog(
  response: ServerResponse,
  cluster: FakeCluster,
  pod: KubeObject,
  query: URLSearchParams,
): void {
  const tail = Number(query.get("tailLines") ?? Number.NaN);
  const since = Date.parse(query.get("sinceTime") ?? "") || 0;
  const written = writtenBy(pod, query.get("container") ?? "").filter(({ at }) => at >= since);
  const told = Number.isNaN(tail) ? written : written.slice(-tail);
  const isTimed = query.get("timestamps") === "true";
  response.writeHead(200, { "content-type": "text/plain" });
  response.flushHeaders();
  for (const { at, text } of told)
    response.write(`${isTimed ? `${new Date(at).toISOString()} ` : ""}${text}\n`);
  if (query.get("follow") !== "true") return void response.end();
  const unsubscribe = cluster.objects.onChange(({ object }) => {
    if (object.kind === "Pod" && cluster.get(refOf(pod)) === null) response.end();
  });
  response.once("close", unsubscribe);
}

function writtenBy({ metadata }: KubeObject, container: string): { at: number; text: string }[] {
  const startedMs = Date.parse(metadata.creationTimestamp ?? "");
  return (lines[container] ?? []).map((text, index) => ({ at: startedMs + index * 10, text }));
}
