<?php
/** A new password for the owner's account, made by the platform: it ends every session that the old one opened. */
defined('ABSPATH') || exit;

/**
 * @param bool $revokePrograms where somebody loses access: what they gave to other programs ends too
 * @return array{username: string}|WP_Error
 */
function storeyard_set_owner_password(string $password, bool $revokePrograms)
{
    $user = storeyard_find_owner();
    if ($user === null) {
        return new WP_Error('storeyard_no_admin', 'This site has no administrator any more.', ['status' => 409]);
    }
    if (strlen($password) < 12) {
        return new WP_Error('storeyard_weak_password', 'The password has fewer than 12 characters.', ['status' => 400]);
    }
    wp_set_password($password, $user->ID);
    WP_Session_Tokens::get_instance($user->ID)->destroy_all();
    storeyard_drop_tickets();
    if ($revokePrograms) {
        WP_Application_Passwords::delete_all_application_passwords($user->ID);
        storeyard_delete_woocommerce_keys($user->ID);
    }
    return ['username' => $user->user_login];
}

/** Deletes the keys of WooCommerce's REST API that act as this user. Also while WooCommerce is not active. */
function storeyard_delete_woocommerce_keys(int $userId): void
{
    global $wpdb;
    $table = "{$wpdb->prefix}woocommerce_api_keys";
    if ($wpdb->get_var($wpdb->prepare('SHOW TABLES LIKE %s', $wpdb->esc_like($table))) === $table) {
        $wpdb->delete($table, ['user_id' => $userId], ['%d']);
    }
}
