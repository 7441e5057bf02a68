import { expect, test } from "vitest";
import { readSettings } from "@/lib/env";
import { listEngines } from "./list-engines";
import { offerTypes } from "./offer-types";

const images = { WORDPRESS_IMAGE: "localhost/wordpress:1", MARIADB_IMAGE: "localhost/mariadb:1" };

function versionsOffered(env: Record<string, string>) {
  const offers = offerTypes(listEngines(readSettings({ ...images, WOOCOMMERCE_AVAILABLE: "true", ...env })));
  return Object.fromEntries(
    offers.map(({ type, versions }) => [type, versions.map(({ name, version }) => `${name} ${version}`)]),
  );
}

test("each type lists only the software that its own shops run", () => {
  const offered = versionsOffered({
    WORDPRESS_VERSIONS: "WooCommerce 9.5.1, WordPress 6.9.4, PHP 8.4.11",
    MARIADB_VERSIONS: "MariaDB 11.8.3",
    MEDUSA_VERSIONS: "Medusa 2.18.0, Node.js 20.19.2",
  });
  expect(offered.woocommerce).toEqual([
    "WooCommerce 9.5.1",
    "WordPress 6.9.4",
    "PHP 8.4.11",
    "MariaDB 11.8.3",
  ]);
  expect(offered.wordpress).toEqual(["WordPress 6.9.4", "PHP 8.4.11", "MariaDB 11.8.3"]);
  expect(offered.medusa).toEqual(["Medusa 2.18.0", "Node.js 20.19.2"]);
});

test("images with unknown contents have no versions", () => {
  expect(versionsOffered({}).woocommerce).toEqual([]);
});
