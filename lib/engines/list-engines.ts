import type { StoreType } from "@/lib/domain/store";
import type { Settings } from "@/lib/env";
import { collectedEngines } from "./collected-engines";
import type { Engine } from "./engine";
import { storeTypes } from "./store-types";

export type Engines = Readonly<Record<StoreType, Engine>>;

/** All engines of this installation, whether or not it can create their stores. */
export function listEngines(settings: Settings): Engines {
  return Object.fromEntries(
    storeTypes.flatMap((type) => {
      const build = collectedEngines[type];
      return build ? [[type, build(settings)]] : [];
    }),
  );
}
