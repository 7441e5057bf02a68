import { storeUrl } from "@/lib/domain/store-address";
import { storeName } from "@/lib/domain/store-name";
import type { Ctx } from "../app-context";
import { isNameHeld } from "./is-name-held";

export interface NameCheck {
  available: boolean;
  /** Why not, as a sentence. */
  reason: string | null;
  /** The address that a store of this name would have; null for what can't be a name. */
  url: string | null;
}

/** Whether a store could be called that now. It is asked again, and for good, when the store is created. */
export function checkName({ app }: Ctx, name: string): NameCheck {
  const parsed = storeName.safeParse(name);
  if (!parsed.success) {
    return { available: false, reason: parsed.error.issues[0]?.message ?? null, url: null };
  }
  const url = storeUrl(name, app.settings.address);
  if (!isNameHeld(app.db, name)) return { available: true, reason: null, url };
  return { available: false, reason: `The name “${name}” is taken. Choose another one.`, url };
}
