import type { Store } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import type { ReconcileDeps } from "./deps";
import { shopTarget } from "./shop-target";

/** The longest duration of one verification. A slower shop is not ready. */
const verificationTimeoutMs = 60_000;

/** Verifies a shop with its engine. Throws AppError `unavailable` if the verification fails. */
export async function verifyStore(
  deps: Pick<ReconcileDeps, "engines" | "kube" | "settings">,
  store: Store,
  signal: AbortSignal,
): Promise<void> {
  const atMost = AbortSignal.any([signal, AbortSignal.timeout(verificationTimeoutMs)]);
  await getEngine(deps.engines, store.type).verify(await shopTarget(deps, store, atMost));
}
