import { storeUrl } from "@/lib/domain/store-address";
import type { AppContext } from "../app-context";

/** The address that a store of this name would have. */
export function previewAddress(app: AppContext, name: string): string {
  return storeUrl(name, app.settings.address);
}
