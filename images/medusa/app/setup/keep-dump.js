const { execFileSync } = require("node:child_process");
const { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } = require("node:fs");
const { join } = require("node:path");
const { databaseUrl, uploads } = require("./inputs");

/** On the volume, but outside of the folder that the server serves. */
const folder = join(uploads, "database-dumps");
const kept = 3;

exports.dumpPath = (name) => join(folder, name);

/**
 * Dumps the database and removes all but the newest three dumps. Returns the file's name. If this is killed, the next
 * start begins again. Throws when there is no space for the dump.
 */
exports.keepDump = function keepDump(version, now = new Date()) {
  mkdirSync(folder, { recursive: true });
  for (const name of list(/\.partial$/)) rmSync(join(folder, name));
  for (const name of list(/\.dump$/).slice(0, -(kept - 1))) rmSync(join(folder, name));
  const name = `${now.toISOString().replace(/[-:]|\.\d+/g, "")}-medusa-${version}.dump`;
  const partial = join(folder, `${name}.partial`);
  execFileSync("pg_dump", ["--format=custom", "--compress=zstd", "--no-owner", `--file=${partial}`], {
    // Not on the command line, because it contains the password.
    env: { ...process.env, ...connection(databaseUrl) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  sync(partial);
  renameSync(partial, join(folder, name));
  sync(folder);
  return name;
};

/** Sorted by name, which begins with the time. */
const list = (pattern) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort();

function connection(url) {
  const { username, password, hostname, port, pathname } = new URL(url);
  return {
    PGUSER: username,
    PGPASSWORD: decodeURIComponent(password),
    PGHOST: hostname,
    PGPORT: port,
    PGDATABASE: pathname.slice(1),
  };
}

function sync(path) {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}
