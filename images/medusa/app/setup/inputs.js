const { readFileSync } = require("node:fs");

const secret = (name) => readFileSync(`/run/secrets/storeyard/${name}`, "utf8").trim();

const host = process.env.DATABASE_HOST ?? "127.0.0.1";
const port = process.env.DATABASE_PORT ?? "5432";

/** The volume with the merchant's uploads. */
exports.uploads = "/var/lib/shop";
exports.storeUrl = process.env.STORE_URL ?? "http://localhost:8080";
/** Origins besides the store's own whose pages may use its API. */
exports.allowedOrigins = (process.env.STORE_ALLOWED_ORIGINS ?? "")
  .split(" ")
  .filter((origin) => origin !== "");
exports.databaseUrl = `postgres://medusa:${encodeURIComponent(secret("database-password"))}@${host}:${port}/medusa`;

/** The settings that differ between stores, from the pod's environment and its secrets. */
exports.readInputs = () => ({
  url: exports.storeUrl,
  title: process.env.STORE_TITLE ?? "Store",
  adminEmail: process.env.STORE_ADMIN_EMAIL ?? "owner@storeyard.invalid",
  country: (process.env.STORE_COUNTRY ?? "US").toLowerCase(),
  currency: (process.env.STORE_CURRENCY ?? "USD").toLowerCase(),
  adminPassword: secret("admin-password"),
  publishableKey: secret("publishable-key"),
  platformKey: secret("platform-key"),
});
