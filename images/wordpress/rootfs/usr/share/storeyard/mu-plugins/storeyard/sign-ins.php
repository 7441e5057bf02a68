<?php
/**
 * Sign-ins without a password: the platform requests a ticket, and the owner's browser presents it. A ticket works once,
 * within a minute. The database stores only its hash.
 */
defined('ABSPATH') || exit;

const STOREYARD_TICKET_SECONDS = 60;
const STOREYARD_TICKET_OPTION = 'storeyard_ticket_';

/** @return array{ticket: string, expires_in: int, safe_mode: bool}|WP_Error */
function storeyard_make_ticket(bool $safeMode)
{
    global $wpdb;
    $user = storeyard_find_owner();
    if ($user === null) {
        return new WP_Error('storeyard_no_admin', 'This site no longer has an administrator.', ['status' => 409]);
    }
    foreach ($wpdb->get_results($wpdb->prepare("SELECT option_name, option_value FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like(STOREYARD_TICKET_OPTION) . '%')) as $old) {
        if ((int) strtok($old->option_value, ' ') < time()) {
            delete_option($old->option_name);
        }
    }
    $ticket = bin2hex(random_bytes(32));
    add_option(storeyard_ticket_option($ticket), implode(' ', [time() + STOREYARD_TICKET_SECONDS, $user->ID, (int) $safeMode]), '', false);
    return ['ticket' => $ticket, 'expires_in' => STOREYARD_TICKET_SECONDS, 'safe_mode' => $safeMode];
}

/** The account that the shop was made with, or the oldest administrator where that one is gone. */
function storeyard_find_owner(): ?WP_User
{
    return get_user_by('login', storeyard_setting('STORE_ADMIN_USER', 'admin'))
        ?: (get_users(['role' => 'administrator', 'number' => 1, 'orderby' => 'ID'])[0] ?? null);
}

/** Makes all tickets invalid. */
function storeyard_drop_tickets(): void
{
    global $wpdb;
    foreach ($wpdb->get_col($wpdb->prepare("SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like(STOREYARD_TICKET_OPTION) . '%')) as $name) {
        delete_option($name);
    }
}

function storeyard_ticket_option(string $ticket): string
{
    return STOREYARD_TICKET_OPTION . hash('sha256', $ticket);
}

/**
 * Returns the ticket's user, or null. If two browsers present it at once, only one can delete it in the database.
 * @return array{user: WP_User, safe_mode: bool}|null
 */
function storeyard_take_ticket(string $ticket): ?array
{
    global $wpdb;
    $name = storeyard_ticket_option($ticket);
    $value = $wpdb->get_var($wpdb->prepare("SELECT option_value FROM $wpdb->options WHERE option_name = %s", $name));
    if ($value === null || $wpdb->delete($wpdb->options, ['option_name' => $name]) !== 1) {
        return null;
    }
    wp_cache_delete($name, 'options');
    [$until, $id, $safeMode] = array_map('intval', explode(' ', $value)) + [2 => 0];
    $user = $until >= time() ? get_user_by('id', $id) : false;
    return $user ? ['user' => $user, 'safe_mode' => $safeMode === 1] : null;
}

add_action('init', static function (): void {
    if (storeyard_request_path() !== STOREYARD_SIGN_IN_PATH) {
        return;
    }
    nocache_headers();
    header('Referrer-Policy: no-referrer');
    $ticket = $_SERVER['REQUEST_METHOD'] === 'POST' ? ($_POST['ticket'] ?? '') : '';
    $taken = is_string($ticket) ? storeyard_take_ticket($ticket) : null;
    if ($taken === null) {
        wp_die(
            'This sign-in link was already used or has expired. Open the admin from Storeyard again, or <a href="' . esc_url(wp_login_url()) . '">sign in with your password</a>.',
            'Sign in again',
            ['response' => 403]
        );
    }
    $user = $taken['user'];
    wp_set_auth_cookie($user->ID, false, is_ssl());
    storeyard_set_safe_mode_cookie($taken['safe_mode']);
    do_action('wp_login', $user->user_login, $user);
    wp_safe_redirect(admin_url(), 303);
    exit;
}, 0);
