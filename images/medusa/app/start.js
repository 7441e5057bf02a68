// Makes the database this store's, and becomes the server: one process, so that a signal reaches it.
const leave = () => process.exit(0);
process.once("SIGTERM", leave);

const { apply } = require("./setup/apply");
const { connect } = require("./setup/connect");
const { readInputs } = require("./setup/inputs");
const { migrate } = require("./setup/migrate");
const { placePictures } = require("./setup/pictures");

async function main() {
  placePictures();
  // Loading Medusa takes seconds of processor time: the database is asked meanwhile.
  const ready = connect().then(async (client) => {
    await migrate(client);
    await apply(client, readInputs());
    await client.end();
  });
  ready.catch(() => {});
  const start = require("@medusajs/medusa/commands/start").default;
  await ready;
  await start({
    directory: __dirname,
    port: Number(process.env.SERVER_PORT ?? 9000),
    host: process.env.SERVER_HOST ?? "0.0.0.0",
    types: false,
  });
  // From here on the server's own handler ends what runs first.
  process.off("SIGTERM", leave);
}

main().catch((error) => {
  console.error(error);
  // The last line is what its owner is shown.
  console.error(error.message);
  process.exit(1);
});
