#!/bin/sh
# Migrates an empty database, fills it with the initial data of a shop, and writes it to an archive: once with the sample
# products and once without.
set -eu
out=/out
secrets=/run/secrets/storeyard
mkdir -p $out $secrets
for name in database-password admin-password jwt-secret cookie-secret; do
  head -c 30 /dev/urandom | base64 | tr -d '+/=\n' > $secrets/$name
done
random_hex() { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
echo "sk_$(random_hex)" > $secrets/platform-key
echo "pk_$(random_hex)" > $secrets/publishable-key
chmod 444 $secrets/*
chmod 1777 /run /tmp

# A build may share the machine's network and processes. Use free ports, and leave no process running.
free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
DATABASE_PORT=$(free_port)
export DATABASE_PORT NODE_OPTIONS=--max-old-space-size=512 PATH="/usr/lib/postgresql/17/bin:$PATH"
database=''
trap 'kill $database 2> /dev/null || true' EXIT

as_postgres='setpriv --reuid 999 --regid 999 --clear-groups --'
as_shop='setpriv --reuid 1000 --regid 1000 --clear-groups --'

prepare() {
  rm -rf /var/lib/postgresql/data /run/postgresql
  STORE_SNAPSHOT=none $as_postgres start-database -c listen_addresses=127.0.0.1 -c port="$DATABASE_PORT" -c fsync=off -c min_wal_size=2MB -c max_wal_size=4MB &
  database=$!
  export STORE_SAMPLE_PRODUCT=$1
  until $as_postgres psql -h /run/postgresql -p "$DATABASE_PORT" -qAtc 'SELECT 1' medusa > /dev/null 2>&1; do sleep 0.1; done
  $as_shop node node_modules/@medusajs/cli/cli.js db:migrate --execute-safe-links
  $as_shop node -e 'require("@medusajs/medusa/commands/exec").default({ file: "prepare/catalogue.js" })'
  $as_postgres psql -h /run/postgresql -p "$DATABASE_PORT" -qc 'VACUUM FULL ANALYZE' medusa
  kill -INT $database; wait $database || true
  (cd /var/lib/postgresql/data && rm -f postmaster.* storeyard-password && tar --sort=name --numeric-owner --owner=999 --group=999 -cf - . | zstd -q -15 -T0 -o "$out/$2.tar.zst")
  du -sh /var/lib/postgresql/data "$out/$2.tar.zst"
}

prepare true samples
prepare false empty
