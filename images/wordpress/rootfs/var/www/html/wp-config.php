<?php
require_once '/usr/share/storeyard/settings.php';
require_once '/usr/share/storeyard/isolation.php';
require_once '/usr/share/storeyard/owner-constants.php';

define('DB_NAME', 'wordpress');
define('DB_USER', 'wordpress');
define('DB_PASSWORD', storeyard_secret('database-password'));
define('DB_HOST', storeyard_setting('DATABASE_HOST', '127.0.0.1'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $storeyard_name) {
    define($storeyard_name . '_KEY', storeyard_salt($storeyard_name . '_KEY'));
    define($storeyard_name . '_SALT', storeyard_salt($storeyard_name . '_SALT'));
}

define('WP_HOME', storeyard_setting('STORE_URL', 'http://localhost'));
define('WP_SITEURL', WP_HOME);
define('FORCE_SSL_ADMIN', str_starts_with(WP_HOME, 'https://'));
// There is no Host header on the command line.
$_SERVER['HTTP_HOST'] ??= preg_replace('~^https?://~', '', WP_HOME);

// The volume with uploads and the merchant's extensions. WordPress itself belongs to the image.
define('WP_CONTENT_DIR', '/var/lib/shop');
define('WPMU_PLUGIN_DIR', '/usr/share/storeyard/mu-plugins');
define('WP_TEMP_DIR', '/tmp');
// A caching plugin puts this file on the volume, and WordPress loads it only with this constant.
define('WP_CACHE', is_file(WP_CONTENT_DIR . '/advanced-cache.php'));
define('FS_METHOD', 'direct');
define('DISALLOW_FILE_EDIT', true);
define('WP_AUTO_UPDATE_CORE', false);

// The CronJob runs due events; page views do not.
define('DISABLE_WP_CRON', true);

define('WP_MEMORY_LIMIT', storeyard_setting('SHOP_REQUEST_MIB', '256') . 'M');
define('WP_MAX_MEMORY_LIMIT', WP_MEMORY_LIMIT);
define('WP_DEFAULT_THEME', 'twentytwentyfive');
define('WP_ENVIRONMENT_TYPE', storeyard_setting('STORE_ENVIRONMENT', 'production'));
// Reports go to the log; visitors see none.
define('WP_DEBUG_DISPLAY', false);

// What the platform has defined until here, the owner can't change.
storeyard_define_owner_constants();
defined('WP_POST_REVISIONS') || define('WP_POST_REVISIONS', 10);
defined('WP_DEBUG') || define('WP_DEBUG', false);

if (storeyard_is_isolated()) {
    storeyard_leave_out_drop_ins();
    storeyard_route_platform_request();
}

// With an object cache of the owner, on the volume, this one would hold older values than theirs.
if (PHP_SAPI === 'fpm-fcgi' && apcu_enabled() && !is_file(WP_CONTENT_DIR . '/object-cache.php')) {
    require_once '/usr/share/storeyard/object-cache.php';
}

defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
