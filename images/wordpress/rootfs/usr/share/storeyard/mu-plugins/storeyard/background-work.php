<?php
/** The CronJob does what can wait; page views and checkouts do not. */
defined('ABSPATH') || exit;

// The queue is run by cron: requests from a pod to itself fail in many clusters, and would hold a second child here.
add_filter('action_scheduler_allow_async_request_runner', '__return_false');

// Update checks on admin pages wait for api.wordpress.org; cron has them on its list anyway.
add_action('admin_init', static function (): void {
    remove_action('admin_init', '_maybe_update_core');
    remove_action('admin_init', '_maybe_update_plugins');
    remove_action('admin_init', '_maybe_update_themes');
}, 0);

// Database updates of a newer WooCommerce run by themselves.
add_filter('woocommerce_enable_auto_update_db', '__return_true');
