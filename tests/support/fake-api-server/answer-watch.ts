import type { ServerResponse } from "node:http";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ObjectStore, StoreChange } from "../object-store";
import { matchesSelectors, type Selectors } from "./match-selector";
import type { ApiTarget } from "./parse-api-path";

const types = { added: "ADDED", modified: "MODIFIED", deleted: "DELETED" } as const;
const bookmarkMs = 20_000;

/** Sends what changed since a resource version, then each change as it happens, until the reader leaves or the time is up. */
export function answerWatch(
  response: ServerResponse,
  objects: ObjectStore,
  target: ApiTarget,
  options: Selectors & { since: number; timeoutSeconds: number },
): void {
  const wanted = ({ object }: StoreChange) =>
    object.kind === target.kind &&
    (target.namespace === undefined || object.metadata.namespace === target.namespace) &&
    matchesSelectors(object, options);
  const send = (type: string, object: KubeObject) => response.write(`${JSON.stringify({ type, object })}\n`);
  const tell = (change: StoreChange) => {
    if (wanted(change)) send(types[change.type], change.object);
  };
  response.writeHead(200, { "content-type": "application/json" });
  response.flushHeaders();
  for (const change of objects.changesSince(options.since)) tell(change);
  const unsubscribe = objects.onChange(tell);
  const bookmarks = setInterval(() => {
    const metadata = { name: "", resourceVersion: String(objects.revision) };
    send("BOOKMARK", { apiVersion: target.apiVersion, kind: target.kind, metadata });
  }, bookmarkMs);
  const end = setTimeout(() => response.end(), options.timeoutSeconds * 1_000);
  response.once("close", () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(end);
  });
}
