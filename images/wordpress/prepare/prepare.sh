#!/bin/sh
# Installs a shop of each type into a real MariaDB, and visits it as shoppers, owners and the platform do. Keeps what new
# shops start from: the database, its files, and the compiled code of the visited pages.
set -eu
out=/out
secrets=/run/secrets/storeyard
mkdir -p $out/snapshots $out/shop/seed $out/shop/opcache $secrets
for name in database-password admin-password platform-key wordpress-salt; do
  head -c 30 /dev/urandom | base64 | tr -d '+/=\n' > $secrets/$name
done
chmod 444 $secrets/*

# A build may share the machine's network and processes. Use free ports, and leave no process running.
free_port() { php -n -r '$s = stream_socket_server("tcp://127.0.0.1:0"); echo explode(":", stream_socket_get_name($s, false))[1];'; }
SHOP_PORT=$(free_port) PHP_PORT=$(free_port) HEALTH_PORT=$(free_port) MEDIA_PORT=$(free_port)
database_port=$(free_port)
database='' shop=''
trap 'kill $shop $database 2> /dev/null || true' EXIT

as_mysql='setpriv --reuid 999 --regid 999 --clear-groups --'
as_www='setpriv --reuid 33 --regid 33 --clear-groups --'

export SHOP_PORT PHP_PORT HEALTH_PORT MEDIA_PORT DATABASE_HOST=127.0.0.1:$database_port STORE_URL=http://prepare.storeyard.invalid STORE_TITLE=Shop STORE_ADMIN_USER=storeyard-owner \
  STORE_ADMIN_EMAIL=owner@storeyard.invalid STORE_COUNTRY=US STORE_CURRENCY=USD STORE_SAMPLE_PRODUCT=true

prepare() {
  export STORE_TYPE=$1 STORE_SNAPSHOT=none
  rm -rf /var/lib/mysql/data /var/lib/shop/* /run/mysqld /run/storeyard
  mkdir -p /var/lib/mysql && chown 999:999 /var/lib/mysql
  chmod 1777 /run /tmp
  $as_mysql start-database --bind-address=127.0.0.1 --port="$database_port" &
  database=$!
  # A separate log file: nginx and PHP-FPM open it by name, which does not work with a build's pipe.
  : > /tmp/shop.log && chown 33:33 /tmp/shop.log
  $as_www start-shop > /tmp/shop.log 2>&1 &
  shop=$!
  $as_www php /prepare/visit.php "$1" || { tail -50 /tmp/shop.log; exit 1; }
  kill -TERM $shop; wait $shop || true
  if [ "$1" = woocommerce ]; then php /prepare/customs.php > $out/shop/customs.json; fi
  $as_www php /prepare/clean.php
  # Fewer and smaller files to unpack. mariadb-upgrade creates them again if it needs them.
  $as_mysql mariadb --defaults-file=/etc/mysql/storeyard.cnf -e 'DROP DATABASE IF EXISTS sys;
    TRUNCATE mysql.help_topic; TRUNCATE mysql.help_keyword; TRUNCATE mysql.help_relation; TRUNCATE mysql.help_category;
    SET GLOBAL innodb_fast_shutdown = 0'
  kill $database; wait $database
  (cd /var/lib/mysql/data && rm -f ib_buffer_pool ibtmp1 *.pid && tar --sort=name --owner=0 --group=0 -cf - . | zstd -q -15 -T0 -o "$out/snapshots/$1.tar.zst")
  du -sh /var/lib/mysql/data "$out/snapshots/$1.tar.zst"
  mkdir -p "$out/shop/seed/$1"
  rm -f /var/lib/shop/uploads/wc-logs/*.log
  cp -a /var/lib/shop/uploads "$out/shop/seed/$1/"
}

prepare wordpress
if [ -f /usr/share/storeyard/plugins/woocommerce/woocommerce.php ]; then prepare woocommerce; fi

for build in /tmp/opcache/*; do
  for part in var/www usr/share/storeyard; do
    mkdir -p "$out/shop/opcache/${build##*/}/$part"
    cp -a "$build/$part/." "$out/shop/opcache/${build##*/}/$part/"
  done
done
du -sh $out/* $out/shop/*
