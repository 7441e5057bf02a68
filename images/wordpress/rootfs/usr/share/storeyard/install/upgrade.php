<?php
require '/var/www/html/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// WooCommerce has brought its tables up to date while WordPress was loading, and left the rest to the cron.
wp_upgrade();
flush_rewrite_rules(false);
wp_cache_flush();
