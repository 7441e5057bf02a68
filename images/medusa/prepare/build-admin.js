// The admin's pages, as `medusa build` makes them: that would want TypeScript for a server that has none.
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
