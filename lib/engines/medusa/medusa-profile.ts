import type { EngineProfile } from "../engine";

export const medusaProfile: EngineProfile = {
  label: "Medusa shop",
  rank: 20,
  gives: "A Medusa shop: a fast storefront, an admin, and an API to build on.",
  sampleProducts: 3,
  software: ["Medusa", "Node.js", "PostgreSQL"],
  imageNames: { medusa: "medusa", storefront: "medusa-storefront", postgres: "postgres" },
  admin: ({ url, config }) => ({
    name: "Medusa Admin",
    url: `${url}/app`,
    username: config.adminEmail,
    lostPassword: "Press “Open Medusa Admin”: it lets you in without one.",
  }),
};
