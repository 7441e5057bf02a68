import type { Store } from "@/lib/domain/store";
import type { ReconcileDeps } from "./deps";

/** One try may take this long in all: a shop that is slower than this is not one to call ready. */
const longestProofMs = 60_000;

/** Lets the engine use the shop as its visitors do. Throws AppError `unavailable` where the shop lets it down. */
export async function proveOrder(
  deps: Pick<ReconcileDeps, "engines" | "settings">,
  store: Store,
  platformKey: string,
  signal: AbortSignal,
): Promise<void> {
  await deps.engines[store.type].prove({
    ingressOrigin: deps.settings.ingressOrigin,
    host: new URL(store.url).host,
    platformKey,
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestProofMs)]),
  });
}
