import type { Store } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import type { ReconcileDeps } from "./deps";
import { shopTarget } from "./shop-target";

/** One try may take this long in all: a shop that is slower than this is not one to call ready. */
const verificationTimeoutMs = 60_000;

/** Lets the engine use the shop as its visitors do. Throws AppError `unavailable` where the shop lets it down. */
export async function verifyStore(
  deps: Pick<ReconcileDeps, "engines" | "kube" | "settings">,
  store: Store,
  signal: AbortSignal,
): Promise<void> {
  const atMost = AbortSignal.any([signal, AbortSignal.timeout(verificationTimeoutMs)]);
  await getEngine(deps.engines, store.type).verify(await shopTarget(deps, store, atMost));
}
