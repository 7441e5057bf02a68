import { describe, expect, it } from "vitest";
import { imagesToUse } from "./images-to-use";

const given = { WORDPRESS_IMAGE: "registry.example/shop:1", MARIADB_IMAGE: "registry.example/database:1" };

describe("images from the environment", () => {
  it("are used as they are, and nothing is built", async () => {
    expect(await imagesToUse(given)).toEqual({
      refs: { wordpress: given.WORDPRESS_IMAGE, mariadb: given.MARIADB_IMAGE },
      versions: {},
      unavailable: {},
      archives: [],
    });
  });

  it("may lack WooCommerce, with a reason", async () => {
    const without = { ...given, WOOCOMMERCE_AVAILABLE: "false" };
    const { unavailable } = await imagesToUse(without);
    expect(unavailable).toEqual({ woocommerce: "WOOCOMMERCE_AVAILABLE is set to false." });
    const said = await imagesToUse({ ...without, WOOCOMMERCE_REASON: "There is no zip." });
    expect(said.unavailable).toEqual({ woocommerce: "There is no zip." });
  });

  it("must be complete for an engine", async () => {
    await expect(imagesToUse({ MARIADB_IMAGE: "x" })).rejects.toThrow(
      "all of WORDPRESS_IMAGE, MARIADB_IMAGE",
    );
    await expect(imagesToUse({ ...given, MEDUSA_IMAGE: "x" })).rejects.toThrow("MEDUSA_STOREFRONT_IMAGE");
  });

  it("may be those of one engine or of several", async () => {
    const medusa = { MEDUSA_IMAGE: "m:1", MEDUSA_STOREFRONT_IMAGE: "s:1", POSTGRES_IMAGE: "p:1" };
    const refs = { medusa: "m:1", "medusa-storefront": "s:1", postgres: "p:1" };
    expect((await imagesToUse({ ...given, ...medusa })).refs).toMatchObject({
      ...refs,
      mariadb: expect.any(String),
    });
    expect((await imagesToUse(medusa)).refs).toEqual(refs);
  });
});
