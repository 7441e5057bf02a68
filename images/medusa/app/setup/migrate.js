const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const { once } = require("node:events");
const { join } = require("node:path");
const { dumpPath, keepDump } = require("./keep-dump");
const { assertNotNewer, isOlder, version } = require("./version");

/**
 * Migrates the tables of an older Medusa to this version: dumps the database, runs Medusa's own migrations, and records
 * the version. If this is killed, the next start continues: a complete dump is recorded, and finished migrations are not
 * repeated. Throws when a newer Medusa wrote the tables.
 */
exports.migrate = async function migrate(client) {
  const found = await readSetup(client);
  assertNotNewer(found.medusa);
  if (!isOlder(found.medusa)) return;
  // Another server that starts on this database waits here, and then finds the migration done.
  await client.query("SELECT pg_advisory_lock(7292)");
  const { medusa, moving } = await readSetup(client);
  if (isOlder(medusa)) await move(client, medusa, moving);
  await client.query("SELECT pg_advisory_unlock(7292)");
};

async function move(client, from, moving) {
  const goesOn = moving?.to === version && existsSync(dumpPath(moving.dump));
  const dump = goesOn ? moving.dump : keepDump(from);
  console.log(
    `Migrating the database from Medusa ${from} to ${version}. A dump of its previous state is in ${dumpPath(dump)}.`,
  );
  await note(client, { moving: { to: version, dump } });
  for (const args of [["db:migrate", "--execute-safe-links", "--skip-scripts"], ["db:migrate:scripts"]]) {
    await runMedusa(
      args,
      `Migrating the database from Medusa ${from} to ${version} failed at ${args[0]}. A dump of its previous state is in ${dumpPath(dump)}.`,
    );
  }
  await note(client, { medusa: version, moving: null });
  console.log(`The database was migrated to Medusa ${version}.`);
}

/** The recorded versions of the shop; null for a new shop, and for one from before versions were recorded. */
async function readSetup(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('storeyard_setup') AS name");
  if (tables[0].name === null) return { medusa: null, moving: null };
  const { rows } = await client.query("SELECT inputs FROM storeyard_setup WHERE id = 1");
  return { medusa: rows[0]?.inputs.medusa ?? null, moving: rows[0]?.inputs.moving ?? null };
}

async function note(client, news) {
  await client.query("UPDATE storeyard_setup SET inputs = inputs || $1 WHERE id = 1", [JSON.stringify(news)]);
}

/** Runs Medusa's command line in a separate process, so that its memory is free when the server starts. Throws if it fails. */
async function runMedusa(args, failure) {
  const cli = join(__dirname, "../node_modules/@medusajs/cli/cli.js");
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: join(__dirname, ".."),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(failure);
}
