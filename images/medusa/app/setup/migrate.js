const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const { once } = require("node:events");
const { join } = require("node:path");
const { dumpPath, keepDump } = require("./keep-dump");
const { assertNotNewer, isOlder, version } = require("./version");

/**
 * Brings the tables of an older Medusa to this one's: keeps a dump, runs Medusa's own migrations, notes the version.
 * Killed anywhere, the next start goes on: the dump is noted once it is whole, and what was migrated is not done again.
 * Throws where a newer Medusa made them.
 */
exports.migrate = async function migrate(client) {
  const found = await readSetup(client);
  assertNotNewer(found.medusa);
  if (!isOlder(found.medusa)) return;
  // Whoever else starts on this database waits here, and then finds it done.
  await client.query("SELECT pg_advisory_lock(7292)");
  const { medusa, moving } = await readSetup(client);
  if (isOlder(medusa)) await move(client, medusa, moving);
  await client.query("SELECT pg_advisory_unlock(7292)");
};

async function move(client, from, moving) {
  const goesOn = moving?.to === version && existsSync(dumpPath(moving.dump));
  const dump = goesOn ? moving.dump : keepDump(from);
  console.log(
    `The database goes from Medusa ${from} to ${version}; as it was it is kept in ${dumpPath(dump)}`,
  );
  await note(client, { moving: { to: version, dump } });
  for (const args of [["db:migrate", "--execute-safe-links", "--skip-scripts"], ["db:migrate:scripts"]]) {
    await runMedusa(
      args,
      `Moving the database from Medusa ${from} to ${version} failed at ${args[0]}; as it was it is kept in ${dumpPath(dump)}.`,
    );
  }
  await note(client, { medusa: version, moving: null });
  console.log(`The database is Medusa ${version}'s`);
}

/** What is noted of the shop; nothing is of a new one, and no version of one of before versions were noted. */
async function readSetup(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('storeyard_setup') AS name");
  if (tables[0].name === null) return { medusa: null, moving: null };
  const { rows } = await client.query("SELECT inputs FROM storeyard_setup WHERE id = 1");
  return { medusa: rows[0]?.inputs.medusa ?? null, moving: rows[0]?.inputs.moving ?? null };
}

async function note(client, news) {
  await client.query("UPDATE storeyard_setup SET inputs = inputs || $1 WHERE id = 1", [JSON.stringify(news)]);
}

/** A process of its own: what it loads is gone when the server starts, and its end says whether it went well. */
async function runMedusa(args, failure) {
  const cli = join(__dirname, "../node_modules/@medusajs/cli/cli.js");
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: join(__dirname, ".."),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(failure);
}
