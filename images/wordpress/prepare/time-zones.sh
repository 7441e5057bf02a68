#!/bin/sh
# Writes the time-zone tables of Debian's tzdata as SQL, where start-database finds them, and for the database's image.
set -eu
target=/usr/share/storeyard/snapshots
mkdir -p $target /out/snapshots
# The tool is in a package whose other programs are not needed.
cd /tmp
apt-get update -q
apt-get download -q -o APT::Sandbox::User=root mariadb-client
dpkg -x mariadb-client_*.deb client
# The tool warns about files that are no time zones.
client/usr/bin/mariadb-tzinfo-to-sql --skip-write-binlog /usr/share/zoneinfo 2> /tmp/tzinfo.log > /tmp/time-zones.sql || { cat /tmp/tzinfo.log; exit 1; }
grep -q "'Europe/Berlin'" /tmp/time-zones.sql
zstd -q -19 /tmp/time-zones.sql -o $target/time-zones.sql.zst
dpkg-query -W -f '${Version}\n' tzdata > $target/time-zones-version
cp $target/time-zones* /out/snapshots/
rm -rf client mariadb-client_*.deb time-zones.sql tzinfo.log /var/lib/apt/lists/* /var/cache/apt
