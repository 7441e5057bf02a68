const { execFileSync } = require("node:child_process");
const { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } = require("node:fs");
const { join } = require("node:path");
const { databaseUrl, uploads } = require("./inputs");

/** Beside what the merchant uploads, and not among what the server serves. */
const folder = join(uploads, "database-dumps");
const kept = 3;

exports.dumpPath = (name) => join(folder, name);

/**
 * Keeps the database as it is, and drops the oldest dumps beyond three. Answers the file's name; killed anywhere, the
 * next start begins again. Throws where there is no room for it.
 */
exports.keepDump = function keepDump(version, now = new Date()) {
  mkdirSync(folder, { recursive: true });
  for (const name of list(/\.partial$/)) rmSync(join(folder, name));
  for (const name of list(/\.dump$/).slice(0, -(kept - 1))) rmSync(join(folder, name));
  const name = `${now.toISOString().replace(/[-:]|\.\d+/g, "")}-medusa-${version}.dump`;
  const partial = join(folder, `${name}.partial`);
  execFileSync("pg_dump", ["--format=custom", "--compress=zstd", "--no-owner", `--file=${partial}`], {
    // On no command line: it holds the password.
    env: { ...process.env, ...connection(databaseUrl) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  sync(partial);
  renameSync(partial, join(folder, name));
  sync(folder);
  return name;
};

/** By their names: those begin with the time. */
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
