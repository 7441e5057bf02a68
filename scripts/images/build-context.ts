import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { WooCommerce } from "./woocommerce-zip";

/** A copy of the folder images/ with WooCommerce's zip at its place; the checkout itself stays as it is. */
export function buildContext(source: string, target: string, woocommerce: WooCommerce): string {
  mkdirSync(target, { recursive: true });
  cpSync(source, target, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    filter: (path) => !path.endsWith(".zip"),
  });
  if (woocommerce.available) {
    cpSync(woocommerce.file, join(target, "wordpress/plugins/woocommerce.zip"), { preserveTimestamps: true });
  }
  return target;
}
