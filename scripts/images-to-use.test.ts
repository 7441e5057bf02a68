import { describe, expect, it } from "vitest";
import { imagesToUse } from "./images-to-use";

const given = { WORDPRESS_IMAGE: "registry.example/shop:1", MARIADB_IMAGE: "registry.example/database:1" };

describe("images that are given", () => {
  it("are used as they are, and nothing is built", async () => {
    expect(await imagesToUse(given)).toEqual({
      wordpress: "registry.example/shop:1",
      mariadb: "registry.example/database:1",
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
      "both WORDPRESS_IMAGE and MARIADB_IMAGE",
    );
  });
});
