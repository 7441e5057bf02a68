<?php
/** The CronJob does what can wait; page views and checkouts do not. */
defined('ABSPATH') || exit;

// The queue is run by cron: a request to itself would hold a second of the few children here.
add_filter('action_scheduler_allow_async_request_runner', '__return_false');

// Database updates of a newer WooCommerce run by themselves.
add_filter('woocommerce_enable_auto_update_db', '__return_true');
