<?php
/** A new password for the owner's account, made by the platform: it ends every session that the old one opened. */
defined('ABSPATH') || exit;

/** @return array{username: string}|WP_Error */
function storeyard_set_owner_password(string $password)
{
    $user = storeyard_find_owner();
    if ($user === null) {
        return new WP_Error('storeyard_no_admin', 'This site has no administrator any more.', ['status' => 409]);
    }
    if (strlen($password) < 12) {
        return new WP_Error('storeyard_weak_password', 'The password has fewer than 12 characters.', ['status' => 400]);
    }
    // WordPress would mail the owner that their password was changed; the dashboard tells them.
    add_filter('send_password_change_email', '__return_false');
    wp_set_password($password, $user->ID);
    WP_Session_Tokens::get_instance($user->ID)->destroy_all();
    if (class_exists('WP_Application_Passwords')) {
        WP_Application_Passwords::delete_all_application_passwords($user->ID);
    }
    return ['username' => $user->user_login];
}
