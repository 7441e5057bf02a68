<?php
/** Takes out of the prepared database what belongs to its making. */
define('STOREYARD_SETUP', true);
require '/var/www/html/wp-load.php';

global $wpdb;
delete_option('storeyard_applied');
update_user_meta(1, 'session_tokens', []);
$wpdb->update($wpdb->users, ['user_pass' => '!'], ['ID' => 1]);
delete_option('recovery_keys');
foreach (['woocommerce_sessions', 'actionscheduler_logs'] as $table) {
    if ($wpdb->get_var("SHOW TABLES LIKE '{$wpdb->prefix}$table'")) {
        $wpdb->query("TRUNCATE {$wpdb->prefix}$table");
    }
}
