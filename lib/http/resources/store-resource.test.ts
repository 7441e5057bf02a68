import { expect, it } from "vitest";
import type { StoreView } from "@/lib/domain/store";
import { toStoreResource } from "./store-resource";

it("a store resource has ISO dates and URLs, and no internal fields", () => {
  const store = {
    id: "1",
    name: "blue",
    type: "woocommerce",
    ownerId: "u1",
    owner: { id: "u1", email: "ann@example.com" },
    role: "owner",
    plan: "small",
    desired: "ready",
    phase: "ready",
    cause: null,
    config: { title: "Blue", adminEmail: "a@b.c", country: "DE", currency: "EUR", sampleProduct: true },
    url: "http://store-blue.localhost:8080",
    versions: [{ name: "WooCommerce", version: "9.5.1" }],
    images: { wordpress: "localhost/wordpress:1" },
    update: {
      images: { wordpress: "localhost/wordpress:2" },
      versions: [{ name: "WooCommerce", version: "9.6" }],
    },
    createdAt: new Date("2026-11-23T20:00:00Z"),
    updatedAt: new Date("2026-11-23T20:00:08Z"),
    readyAt: new Date("2026-11-23T20:00:08Z"),
    passwordShownAt: null,
    safeMode: false,
    secretsRevision: 1,
    runtimeSettings: {},
    verifiedDigest: "internal",
  } satisfies StoreView & { verifiedDigest: string };
  expect(toStoreResource(store)).toEqual({
    id: "1",
    name: "blue",
    type: "woocommerce",
    plan: "small",
    phase: "ready",
    cause: null,
    url: "http://store-blue.localhost:8080",
    versions: [{ name: "WooCommerce", version: "9.5.1" }],
    adminUrl: "http://store-blue.localhost:8080/wp-admin/",
    admin: {
      name: "wp-admin",
      username: "admin",
      lostPassword: expect.stringContaining("Sign in to wp-admin"),
      safeMode: true,
    },
    update: { versions: [{ name: "WooCommerce", version: "9.6" }] },
    // The store is from before there was a language.
    config: { ...store.config, language: null, timeZone: null },
    owner: { id: "u1", email: "ann@example.com" },
    role: "owner",
    createdAt: "2026-11-23T20:00:00.000Z",
    updatedAt: "2026-11-23T20:00:08.000Z",
    readyAt: "2026-11-23T20:00:08.000Z",
    passwordShownAt: null,
    safeMode: false,
    links: { self: "/api/stores/blue", events: "/api/stores/blue/events" },
  });
});
