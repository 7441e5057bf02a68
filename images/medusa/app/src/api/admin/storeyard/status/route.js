const { ContainerRegistrationKeys } = require("@medusajs/framework/utils");
const { version } = require("../../../../../setup/version");

/** The versions that the shop runs, for users of the admin. */
exports.GET = async function GET(req, res) {
  const database = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await database.raw("SHOW server_version");
  res.json({
    medusa: version,
    node: process.versions.node,
    // Debian appends its package version.
    postgres: rows[0].server_version.split(" ")[0],
    features: ["runtime_settings"],
  });
};
