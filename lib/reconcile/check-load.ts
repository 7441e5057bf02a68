import { explainLoad } from "@/lib/diagnosis/causes/explain-load";
import { findLoad } from "@/lib/diagnosis/logs/find-load";
import { readComponentLogs } from "@/lib/diagnosis/logs/read-component-logs";
import type { Cause } from "@/lib/domain/cause";
import { namespaceOf, type Store } from "@/lib/domain/store";
import { mainPart } from "@/lib/domain/store-part";
import { getEngine } from "@/lib/engines/get-engine";
import type { ReconcileDeps } from "./deps";

/**
 * The part of the log that one check reads: that of the time between two checks, and at most this much of it. It is one
 * request to the API server and usually a few lines. The page that the same round opens costs the shop much more.
 */
const bounds = { sinceSeconds: 60, tailLines: 500, limitBytes: 128 * 1024 };

/**
 * Whether the log of the part that visitors reach reported busy or killed workers in the last minute, as a cause. Null if
 * not, or if its log reports no such thing. Rejects like `Kube.logs`.
 */
export async function checkLoad(
  { kube, view, engines }: Pick<ReconcileDeps, "kube" | "view" | "engines">,
  { name, type }: Pick<Store, "name" | "type">,
): Promise<Cause | null> {
  const part = mainPart(getEngine(engines, type).parts);
  if (!part?.reportsLoad) return null;
  const { name: component, container } = part;
  const source = { kube, view, namespace: namespaceOf(name), component, container, ...bounds };
  return explainLoad(findLoad((await readComponentLogs(source)) ?? ""), part);
}
