import { isDeepStrictEqual } from "node:util";
import type { OfferedUpdate } from "@/lib/domain/image-update";
import { leadsBack } from "@/lib/domain/leads-back";
import { isRunning, type Store } from "@/lib/domain/store";
import type { Engines } from "./list-engines";

/** The update that this installation offers to a store; null if there is nothing newer. */
export function findUpdate(
  engines: Engines,
  { type, phase, images, versions }: Pick<Store, "type" | "phase" | "images" | "versions">,
): OfferedUpdate | null {
  const engine = engines[type];
  if (!engine?.availability().available || images === null) return null;
  if (!isRunning(phase)) return null;
  if (isDeepStrictEqual(images, engine.images) || leadsBack(engine.offers, versions)) return null;
  return { images: engine.images, versions: engine.offers };
}
