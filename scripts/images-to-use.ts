import { type BuiltImages, buildImages, type ImageRefs } from "./images";

/**
 * The images that the environment names, for a cluster that pulls them; else our own, built here. Those of Medusa may
 * be left out: its stores are not offered then.
 */
export async function imagesToUse(
  env: Record<string, string | undefined> = process.env,
): Promise<BuiltImages> {
  const wordpress = givenTogether(env, ["WORDPRESS_IMAGE", "MARIADB_IMAGE"]);
  const medusa = givenTogether(env, ["MEDUSA_IMAGE", "MEDUSA_STOREFRONT_IMAGE", "POSTGRES_IMAGE"]);
  if (!wordpress && !medusa) return buildImages();
  if (!wordpress)
    throw new Error("Set WORDPRESS_IMAGE and MARIADB_IMAGE too: all images are given, or none.");
  const none = { MEDUSA_IMAGE: "", MEDUSA_STOREFRONT_IMAGE: "", POSTGRES_IMAGE: "" };
  const available = env.WOOCOMMERCE_AVAILABLE !== "false";
  const reason = env.WOOCOMMERCE_REASON || "WOOCOMMERCE_AVAILABLE is set to false.";
  return {
    refs: { ...wordpress, ...(medusa ?? none) },
    woocommerce: available ? { available } : { available, reason },
    archives: [],
  };
}

function givenTogether<Name extends keyof ImageRefs>(
  env: Record<string, string | undefined>,
  names: Name[],
): Record<Name, string> | null {
  const given = names.filter((name) => env[name]);
  if (given.length === 0) return null;
  if (given.length < names.length) throw new Error(`Set all of ${names.join(", ")}, or none of them.`);
  return Object.fromEntries(names.map((name) => [name, env[name]])) as Record<Name, string>;
}
