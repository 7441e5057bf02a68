import type { EngineProfile } from "../engine";
import { mostRequestMib, sizeWordpress } from "./size-wordpress";
import { wordpressParts } from "./wordpress-parts";

export const wordpressProfile: EngineProfile = {
  label: "WordPress site",
  rank: 30,
  gives: "A WordPress site without a shop.",
  sells: false,
  hasLocale: true,
  sampleProducts: 0,
  parts: wordpressParts({ title: "Site", phrase: "the site" }, "old drafts, comments and logs"),
  verification: "Check the site",
  checkedPages: ["/", "/wp-json/", "/wp-login.php"],
  sizeStore: (plan) => sizeWordpress(plan, "site"),
  cachesPages: true,
  runtimeSettings: {
    groups: ["php", "allowedOrigins", "constants"],
    mostMemoryMib: mostRequestMib,
    originsMay:
      "Pages of these origins may use the REST API from a visitor's browser. With a list, all other origins are refused. Without one, WordPress lets pages of every origin read its REST API.",
  },
  software: ["WordPress", "PHP", "MariaDB"],
  imageNames: { wordpress: "wordpress", mariadb: "mariadb" },
  admin: ({ url }) => ({
    name: "wp-admin",
    url: `${url}/wp-admin/`,
    username: wordpressAdmin,
    lostPassword: "Sign in without it with “Sign in to wp-admin”, or press “New password”.",
    safeMode: true,
  }),
};

/** The owner's user name in wp-admin. The e-mail address works too. */
export const wordpressAdmin = "admin";
