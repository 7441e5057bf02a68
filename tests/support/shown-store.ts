import type { StoreResource } from "@/lib/http/resources/store-resource";

/** A WordPress site that was just requested, for tests of components. */
export const shownStore: StoreResource = {
  id: "store-id",
  name: "blue",
  type: "wordpress",
  plan: "standard",
  phase: "queued",
  cause: null,
  url: "http://store-blue.localhost:8080",
  versions: [],
  adminUrl: null,
  admin: null,
  update: null,
  config: {
    title: "Blue Shop",
    adminEmail: "ann@example.com",
    country: "US",
    currency: "USD",
    sampleProduct: false,
    language: "en_US",
    timeZone: "America/New_York",
  },
  owner: { id: "ann", email: "ann@example.com" },
  role: "owner",
  createdAt: "2026-01-05T12:00:00.000Z",
  updatedAt: "2026-01-05T12:00:00.000Z",
  readyAt: null,
  passwordShownAt: null,
  safeMode: false,
  links: { self: "/api/stores/blue", events: "/api/stores/blue/events" },
};
