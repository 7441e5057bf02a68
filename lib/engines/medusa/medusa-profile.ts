import type { EngineProfile } from "../engine";
import { medusaParts } from "./medusa-parts";
import { sizeMedusa } from "./size-medusa";

export const medusaProfile: EngineProfile = {
  label: "Medusa shop",
  rank: 20,
  gives: "A Medusa shop: a fast storefront, an admin, and an API to build on.",
  sells: true,
  hasLocale: false,
  sampleProducts: 3,
  parts: medusaParts,
  verification: "Place a test order",
  checkedPages: ["/", "/cart"],
  sizeStore: sizeMedusa,
  cachesPages: false,
  runtimeSettings: {
    groups: ["allowedOrigins"],
    mostMemoryMib: null,
    originsMay:
      "Pages of these origins may use the Store API and sign customers in, such as a storefront of your own. The admin API stays closed to them.",
  },
  software: ["Medusa", "Node.js", "PostgreSQL"],
  imageNames: { medusa: "medusa", storefront: "medusa-storefront", postgres: "postgres" },
  admin: ({ url, config }) => ({
    name: "Medusa Admin",
    url: `${url}/app`,
    username: config.adminEmail,
    lostPassword: "Sign in without it with “Sign in to Medusa Admin”, or press “New password”.",
    safeMode: false,
  }),
};
