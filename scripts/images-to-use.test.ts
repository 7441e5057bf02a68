import { describe, expect, it } from "vitest";
import { imagesToUse } from "./images-to-use";

const given = { WORDPRESS_IMAGE: "registry.example/shop:1", MARIADB_IMAGE: "registry.example/database:1" };

describe("images that are given", () => {
  it("are used as they are, and nothing is built", async () => {
    expect(await imagesToUse(given)).toEqual({
      refs: { ...given, MEDUSA_IMAGE: "", MEDUSA_STOREFRONT_IMAGE: "", POSTGRES_IMAGE: "" },
      woocommerce: { available: true },
      archives: [],
    });
  });

  it("may be without WooCommerce, which is said", async () => {
    const { woocommerce } = await imagesToUse({ ...given, WOOCOMMERCE_AVAILABLE: "false" });
    expect(woocommerce).toEqual({ available: false, reason: expect.stringContaining("false") });
  });

  it("belong together", async () => {
    await expect(imagesToUse({ MARIADB_IMAGE: "x" })).rejects.toThrow(
      "all of WORDPRESS_IMAGE, MARIADB_IMAGE",
    );
    await expect(imagesToUse({ ...given, MEDUSA_IMAGE: "x" })).rejects.toThrow("MEDUSA_STOREFRONT_IMAGE");
  });

  it("may be those of Medusa too, and then all of them", async () => {
    const medusa = { MEDUSA_IMAGE: "m:1", MEDUSA_STOREFRONT_IMAGE: "s:1", POSTGRES_IMAGE: "p:1" };
    expect((await imagesToUse({ ...given, ...medusa })).refs).toEqual({ ...given, ...medusa });
    await expect(imagesToUse(medusa)).rejects.toThrow("WORDPRESS_IMAGE");
  });
});
