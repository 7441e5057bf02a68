<?php
require '/var/www/html/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// WooCommerce upgraded its tables while WordPress was loading, and left the rest to cron.
wp_upgrade();
flush_rewrite_rules(false);
wp_cache_flush();
