import { pathToFileURL } from "node:url";
import { chooseBuilder } from "./images/choose-builder";
import { buildFamily } from "./images/image-family";
import { medusaFamily } from "./images/medusa-family";
import { assertWooCommerce, findWooCommerce } from "./images/woocommerce-zip";
import { wordpressFamily } from "./images/wordpress-family";
import { runScript } from "./run-script";
import { step } from "./steps";

/** What engines run, as the app's environment names it; all references as pods use them. */
export interface ImageRefs {
  WORDPRESS_IMAGE: string;
  MARIADB_IMAGE: string;
  MEDUSA_IMAGE: string;
  MEDUSA_STOREFRONT_IMAGE: string;
  POSTGRES_IMAGE: string;
}

export interface BuiltImages {
  refs: ImageRefs;
  woocommerce: { available: boolean; reason?: string };
  /** Each image as a docker archive, for clusters that can't pull it. */
  archives: { ref: string; file: string }[];
}

/**
 * The shops' images, built once for each state of what they are made of: their folders of images/, the Debian below and
 * WooCommerce's zip. Rejects where the zip is not what was said; a zip that can't be had is a reason in the result.
 */
export async function buildImages(): Promise<BuiltImages> {
  const builder = await chooseBuilder();
  const woocommerce = await findWooCommerce(process.env);
  if (woocommerce.available) assertWooCommerce(woocommerce);
  const wordpress = await buildFamily(builder, wordpressFamily(woocommerce));
  const medusa = await buildFamily(builder, medusaFamily(process.env));
  const refs = { ...wordpress.refs, ...medusa.refs };
  const refOf = (name: string) => {
    const ref = refs[name];
    if (ref === undefined) throw new Error(`The image ${name} was not built.`);
    return ref;
  };
  return {
    refs: {
      WORDPRESS_IMAGE: refOf("wordpress"),
      MARIADB_IMAGE: refOf("mariadb"),
      MEDUSA_IMAGE: refOf("medusa"),
      MEDUSA_STOREFRONT_IMAGE: refOf("medusa-storefront"),
      POSTGRES_IMAGE: refOf("postgres"),
    },
    woocommerce: woocommerce.available
      ? { available: true }
      : { available: false, reason: woocommerce.reason },
    archives: [...wordpress.archives, ...medusa.archives],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    const images = await step("Build the images", buildImages);
    process.stdout.write(`${JSON.stringify(images, null, 2)}\n`);
  });
}
