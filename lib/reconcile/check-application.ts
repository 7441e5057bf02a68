import { type ErrorLine, findErrorLine } from "@/lib/diagnosis/logs/find-error-line";
import { readComponentLogs } from "@/lib/diagnosis/logs/read-component-logs";
import type { Cause } from "@/lib/domain/cause";
import { startSentence } from "@/lib/domain/start-sentence";
import { namespaceOf, type Store } from "@/lib/domain/store";
import { mainPart, type StorePart } from "@/lib/domain/store-part";
import { getEngine } from "@/lib/engines/get-engine";
import { isFromIngress, ShopClient, ShopUnreachableError } from "@/lib/engines/shop-client";
import type { ReconcileDeps } from "./deps";
import { explainUnreachable } from "./explain-unreachable";

type Deps = Pick<ReconcileDeps, "engines" | "kube" | "view" | "settings">;

const linesRead = 200;

/** The shop's page cache would answer without running the application. */
const uncached = { "x-storeyard-check": "1" };

/**
 * Opens pages of a shop through its Ingress, as visitors do: the given paths, by default all that the engine lists.
 * Returns why the application fails: a page answers 500, or no page is reached. Null if it works or is only slow: busy
 * workers are no error of the application.
 */
export async function checkApplication(
  deps: Deps,
  store: Pick<Store, "name" | "type" | "url">,
  signal: AbortSignal,
  pages: readonly string[] = getEngine(deps.engines, store.type).checkedPages,
): Promise<Cause | null> {
  const { parts } = getEngine(deps.engines, store.type);
  const part = mainPart(parts);
  if (part === undefined) return null;
  const host = new URL(store.url).host;
  const { ingressOrigin, shopCa: ca } = deps.settings;
  const shop = new ShopClient({ ingressOrigin, ca, host, platformKey: "", signal });
  for (const page of pages) {
    try {
      const answer = await shop.send(page, { headers: uncached });
      if (answer.status === 500) return explainError(page, part, await readError(deps, store, part));
      if (isFromIngress(answer)) return explainUnreachable(parts, `it answered ${answer.status}`);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ShopUnreachableError)) throw error;
      if (!isTimeout(error)) return explainUnreachable(parts, error.message);
    }
  }
  return null;
}

function isTimeout({ cause }: Error): boolean {
  return cause instanceof Error && cause.name === "TimeoutError";
}

async function readError(
  { kube, view }: Deps,
  { name }: Pick<Store, "name">,
  { name: component, container }: StorePart,
): Promise<ErrorLine | null> {
  const source = { kube, view, namespace: namespaceOf(name), component, container, tailLines: linesRead };
  return findErrorLine((await readComponentLogs(source).catch(() => null)) ?? "");
}

function explainError(page: string, part: StorePart, error: ErrorLine | null): Cause {
  const where = error?.place ? ` The error is in ${error.place}.` : "";
  return {
    code: "application_error",
    component: part.name,
    message: `${startSentence(part.phrase)} runs, but its page ${page} fails with status 500.${where}`,
    next: "Undo the last change to its plugins, theme or code: safe mode opens the admin pages without them, if the store has it.",
    ...(error && { detail: error.text }),
    waitingMayCure: true,
  };
}
