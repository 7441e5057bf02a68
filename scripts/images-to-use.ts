import { type BuiltImages, buildImages } from "./images";

/** The images that WORDPRESS_IMAGE and MARIADB_IMAGE name, for a cluster that pulls them; else our own, built here. */
export async function imagesToUse(
  env: Record<string, string | undefined> = process.env,
): Promise<BuiltImages> {
  const { WORDPRESS_IMAGE: wordpress, MARIADB_IMAGE: mariadb } = env;
  if (!wordpress && !mariadb) return buildImages();
  if (!wordpress || !mariadb)
    throw new Error("Set both WORDPRESS_IMAGE and MARIADB_IMAGE, or neither of them.");
  const available = env.WOOCOMMERCE_AVAILABLE !== "false";
  const reason = env.WOOCOMMERCE_REASON || "WOOCOMMERCE_AVAILABLE is set to false.";
  return { wordpress, mariadb, woocommerce: available ? { available } : { available, reason }, archives: [] };
}
