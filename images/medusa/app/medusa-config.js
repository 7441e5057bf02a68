const { readFileSync } = require("node:fs");
const { defineConfig } = require("@medusajs/framework/utils");
const admin = require("./admin-options");
const { databaseUrl, storeUrl, uploads } = require("./setup/inputs");

const secret = (name) => readFileSync(`/run/secrets/storeyard/${name}`, "utf8").trim();

module.exports = defineConfig({
  projectConfig: {
    databaseUrl,
    databaseDriverOptions: { connection: { ssl: false }, pool: { min: 0, max: 10 } },
    http: {
      // Pages and API share one address, so that no other origin has to be let in.
      storeCors: storeUrl,
      adminCors: storeUrl,
      authCors: storeUrl,
      jwtSecret: secret("jwt-secret"),
      cookieSecret: secret("cookie-secret"),
    },
    // Medusa would have it secure always, and nobody could sign in to a shop without TLS.
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
              // What the server serves is public to whoever guesses a name: exports of orders are not put there.
              private_upload_dir: `${uploads}/private`,
              backend_url: `${storeUrl}/static`,
            },
          },
        ],
      },
    },
  ],
});
