import { assignUrl } from "@/lib/domain/store-address";
import { storeName } from "@/lib/domain/store-name";
import type { Ctx } from "../app-context";
import { isNameHeld } from "./is-name-held";

export interface NameCheck {
  available: boolean;
  /** The reason, as a sentence. */
  reason: string | null;
  /** The address of a store with this name; null for an invalid name. */
  url: string | null;
}

/** Whether the name is available now. The create checks it again. */
export function checkName({ app }: Ctx, name: string): NameCheck {
  const parsed = storeName.safeParse(name);
  if (!parsed.success) {
    return { available: false, reason: parsed.error.issues[0]?.message ?? null, url: null };
  }
  const url = assignUrl(name, app.settings.address);
  if (!isNameHeld(app.db, name)) return { available: true, reason: null, url };
  return { available: false, reason: `The name “${name}” is taken. Choose another one.`, url };
}
