// Applies this store's settings to the database, then runs the server in the same process, which receives the signals.
const leave = () => process.exit(0);
process.once("SIGTERM", leave);

const { apply } = require("./setup/apply");
const { connect } = require("./setup/connect");
const { readInputs } = require("./setup/inputs");
const { loadEndedTokens } = require("./setup/ended-tokens");
const { migrate } = require("./setup/migrate");
const { placePictures } = require("./setup/pictures");
const { redirectPlainHttp } = require("./setup/redirect-plain-http");

async function main() {
  redirectPlainHttp(process.env);
  placePictures();
  // Loading Medusa takes seconds of processor time. The database is prepared at the same time.
  const ready = connect().then(async (client) => {
    await migrate(client);
    await apply(client, readInputs());
    await loadEndedTokens(client);
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
  // From here on the server's own handler waits for running requests.
  process.off("SIGTERM", leave);
}

main().catch((error) => {
  console.error(error);
  // The owner sees the last line.
  console.error(error.message);
  process.exit(1);
});
