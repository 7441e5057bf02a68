<?php
/** Removes the data of the preparation from the prepared database. Fails if some of it is left. */
define('STOREYARD_SETUP', true);
require '/var/www/html/wp-load.php';

global $wpdb;
$host = preg_replace('~^https?://~', '', storeyard_setting('STORE_URL'));

delete_option('storeyard_applied');
delete_user_meta(1, 'session_tokens');
$wpdb->update($wpdb->users, ['user_pass' => '!', 'user_url' => ''], ['ID' => 1]);
foreach (['woocommerce_sessions', 'actionscheduler_logs', 'woocommerce_log', 'wc_rate_limits', 'wc_admin_notes', 'wc_admin_note_actions'] as $table) {
    if ($wpdb->get_var("SHOW TABLES LIKE '{$wpdb->prefix}$table'")) {
        $wpdb->query("TRUNCATE {$wpdb->prefix}$table");
    }
}
// Cached responses of outside services, and transients that contain this address.
$wpdb->query("DELETE FROM $wpdb->options WHERE option_name REGEXP '^_(site_)?transient_(timeout_)?(update_|_woocommerce_helper|woocommerce_marketplace|woocommerce_admin_pes|action_scheduler_last|as_is_ensure|dash_|php_check|browser_)'");
foreach ($wpdb->get_col($wpdb->prepare("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%%transient%%' AND option_value LIKE %s", "%$host%")) as $transient) {
    delete_option($transient);
    delete_option(str_replace('_transient_', '_transient_timeout_', $transient));
}
if ($wpdb->get_var("SHOW TABLES LIKE '{$wpdb->prefix}actionscheduler_actions'")) {
    $wpdb->query("DELETE FROM {$wpdb->prefix}actionscheduler_actions WHERE status <> 'pending'");
}
$wpdb->query("DELETE FROM $wpdb->options WHERE option_name LIKE 'action\_scheduler\_lock\_%'");
update_option('storeyard_prepared', (string) time(), false);

// The set-up rewrites these. Any other occurrence would make shops link to a wrong address.
$known = ['wp_options.option_value', 'wp_posts.guid', 'wp_posts.post_content', 'wp_wc_product_download_directories.url'];
$left = [];
foreach ($wpdb->get_results("SELECT TABLE_NAME t, COLUMN_NAME c FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('char', 'varchar', 'text', 'tinytext', 'mediumtext', 'longtext')") as $column) {
    $name = "$column->t.$column->c";
    $count = (int) $wpdb->get_var($wpdb->prepare("SELECT COUNT(*) FROM `$column->t` WHERE `$column->c` LIKE %s", '%' . $wpdb->esc_like($host) . '%'));
    if ($count > 0 && !in_array($name, $known, true)) {
        $left[] = "$count in $name";
    }
}
$options = $wpdb->get_col($wpdb->prepare("SELECT option_name FROM $wpdb->options WHERE option_value LIKE %s AND option_name NOT IN ('siteurl', 'home')", '%' . $wpdb->esc_like($host) . '%'));
if ($left !== [] || $options !== []) {
    fwrite(STDERR, "The database still contains the address of the preparation: " . implode(', ', [...$left, ...$options]) . "\n");
    exit(1);
}
