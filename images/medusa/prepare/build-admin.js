// Builds the admin's pages like `medusa build`, which would need TypeScript sources of a server.
const { build } = require("@medusajs/admin-bundler");
const admin = require("../admin-options");

build({
  ...admin,
  disable: false,
  sources: [],
  plugins: ["@medusajs/draft-order/admin"],
  outDir: "./public/admin",
}).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
