<?php
/** Leaves background work to the CronJob, so that page views and checkouts do not do it. */
defined('ABSPATH') || exit;

// Cron runs the queue: a request to itself would occupy a second of the few children.
add_filter('action_scheduler_allow_async_request_runner', '__return_false');

// Run the database updates of a newer WooCommerce automatically.
add_filter('woocommerce_enable_auto_update_db', '__return_true');
