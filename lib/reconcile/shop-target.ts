import type { Store } from "@/lib/domain/store";
import type { ShopTarget } from "@/lib/engines/engine";
import type { ReconcileDeps } from "./deps";
import { readCredential } from "./prepare-namespace";

/** The address of a shop, with the key of its platform endpoints. */
export async function shopTarget(
  deps: Pick<ReconcileDeps, "kube" | "settings">,
  store: Pick<Store, "name" | "url">,
  signal: AbortSignal,
): Promise<ShopTarget> {
  return {
    ingressOrigin: deps.settings.ingressOrigin,
    ca: deps.settings.shopCa,
    host: new URL(store.url).host,
    platformKey: await readCredential(deps.kube, store, "platform-key"),
    signal,
  };
}
