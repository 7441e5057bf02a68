<?php
/** A new password for the owner's account, made by the platform: it ends every session that the old one opened. */
defined('ABSPATH') || exit;

/**
 * @param bool $revokeApplicationPasswords where somebody loses access: what they gave to other programs ends too
 * @return array{username: string}|WP_Error
 */
function storeyard_set_owner_password(string $password, bool $revokeApplicationPasswords)
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
    if ($revokeApplicationPasswords) {
        WP_Application_Passwords::delete_all_application_passwords($user->ID);
    }
    return ['username' => $user->user_login];
}
