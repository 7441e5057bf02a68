import type { ImageFamily } from "@/scripts/images/image-family";
import { step } from "@/scripts/shell/steps";
import { assertWooCommerce, findWooCommerce } from "./woocommerce-zip";

/** A shop with WordPress, with WooCommerce where there is its zip, and the databases that it starts from. */
export async function family(env: Record<string, string | undefined>): Promise<ImageFamily> {
  const woocommerce = await findWooCommerce(env);
  if (woocommerce.available) assertWooCommerce(woocommerce);
  return {
    folders: ["wordpress", "mariadb"],
    beside: woocommerce.available ? { "wordpress/plugins/woocommerce.zip": woocommerce.file } : {},
    ingredients: { woocommerce: woocommerce.available ? woocommerce.sha256 : "none" },
    images: ["wordpress", "mariadb"],
    intermediates: ["snapshots"],
    unavailable: woocommerce.available ? {} : { woocommerce: woocommerce.reason },
    async build({ base, ref, build }) {
      await step("Build the WordPress image, and shops to start from", async () => {
        const file = { folder: "wordpress", args: { BASE: base } };
        await build({ ...file, ref: ref("snapshots"), target: "snapshots" });
        await build({ ...file, ref: ref("wordpress") });
      });
      await step("Build the MariaDB image", () =>
        build({
          folder: "mariadb",
          args: { BASE: base, SNAPSHOTS: ref("snapshots") },
          ref: ref("mariadb"),
        }),
      );
    },
  };
}
