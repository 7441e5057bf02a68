import { storeUrl } from "@/lib/domain/store-address";
import type { Services } from "../context";

/** The address that a store of this name would have. */
export function previewAddress(app: Services, name: string): string {
  return storeUrl(name, app.settings.address);
}
