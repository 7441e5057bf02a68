const { readFileSync } = require("node:fs");
const { defineConfig } = require("@medusajs/framework/utils");
const admin = require("./admin-options");
const { allowedOrigins, databaseUrl, storeUrl, uploads } = require("./setup/inputs");

const secret = (name) => readFileSync(`/run/secrets/storeyard/${name}`, "utf8").trim();

module.exports = defineConfig({
  projectConfig: {
    databaseUrl,
    databaseDriverOptions: { connection: { ssl: false }, pool: { min: 0, max: 10 } },
    http: {
      // The shop's own pages and API share one address. Storefronts of the owner may have others; they sign customers in too.
      storeCors: [storeUrl, ...allowedOrigins].join(","),
      adminCors: storeUrl,
      authCors: [storeUrl, ...allowedOrigins].join(","),
      jwtSecret: secret("jwt-secret"),
      cookieSecret: secret("cookie-secret"),
    },
    // Medusa's default is a secure cookie, with which nobody could sign in to a shop without TLS.
    cookieOptions: { sameSite: "lax", secure: storeUrl.startsWith("https:"), httpOnly: true },
  },
  admin,
  modules: [
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: {
              upload_dir: `${uploads}/public`,
              // Anyone who guesses a name can read a served file, so exports of orders are stored elsewhere.
              private_upload_dir: `${uploads}/private`,
              backend_url: `${storeUrl}/static`,
            },
          },
        ],
      },
    },
  ],
});
