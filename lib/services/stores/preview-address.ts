import { assignUrl } from "@/lib/domain/store-address";
import type { AppContext } from "../app-context";

/** The address of a store with this name. */
export function previewAddress(app: AppContext, name: string): string {
  return assignUrl(name, app.settings.address);
}
