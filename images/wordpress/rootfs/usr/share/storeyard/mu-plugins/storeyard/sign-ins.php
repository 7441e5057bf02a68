<?php
/**
 * Sign-ins without a password: the platform requests a ticket, and the owner's browser presents it. A ticket works once,
 * within a minute. The database stores only its hash.
 */
defined('ABSPATH') || exit;

const STOREYARD_TICKET_SECONDS = 60;
const STOREYARD_TICKET_OPTION = 'storeyard_ticket_';

/** @return array{ticket: string, expires_in: int}|WP_Error */
function storeyard_make_ticket()
{
    global $wpdb;
    $user = get_user_by('login', storeyard_setting('STORE_ADMIN_USER', 'admin')) ?: storeyard_any_administrator();
    if (!$user) {
        return new WP_Error('storeyard_no_admin', 'This site no longer has an administrator.', ['status' => 409]);
    }
    foreach ($wpdb->get_results($wpdb->prepare("SELECT option_name, option_value FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like(STOREYARD_TICKET_OPTION) . '%')) as $old) {
        if ((int) strtok($old->option_value, ' ') < time()) {
            delete_option($old->option_name);
        }
    }
    $ticket = bin2hex(random_bytes(32));
    add_option(storeyard_ticket_option($ticket), (time() + STOREYARD_TICKET_SECONDS) . " $user->ID", '', false);
    return ['ticket' => $ticket, 'expires_in' => STOREYARD_TICKET_SECONDS];
}

function storeyard_any_administrator(): ?WP_User
{
    return get_users(['role' => 'administrator', 'number' => 1, 'orderby' => 'ID'])[0] ?? null;
}

function storeyard_ticket_option(string $ticket): string
{
    return STOREYARD_TICKET_OPTION . hash('sha256', $ticket);
}

/** Returns the ticket's user, or null. If two browsers present it at once, only one can delete it in the database. */
function storeyard_take_ticket(string $ticket): ?WP_User
{
    global $wpdb;
    $name = storeyard_ticket_option($ticket);
    $value = $wpdb->get_var($wpdb->prepare("SELECT option_value FROM $wpdb->options WHERE option_name = %s", $name));
    if ($value === null || $wpdb->delete($wpdb->options, ['option_name' => $name]) !== 1) {
        return null;
    }
    wp_cache_delete($name, 'options');
    [$until, $user] = array_map('intval', explode(' ', $value));
    return $until >= time() ? (get_user_by('id', $user) ?: null) : null;
}

add_action('init', static function (): void {
    if (strtok($_SERVER['REQUEST_URI'] ?? '', '?') !== '/storeyard-sign-in') {
        return;
    }
    nocache_headers();
    header('Referrer-Policy: no-referrer');
    $ticket = $_SERVER['REQUEST_METHOD'] === 'POST' ? ($_POST['ticket'] ?? '') : '';
    $user = is_string($ticket) ? storeyard_take_ticket($ticket) : null;
    if ($user === null) {
        wp_die(
            'This sign-in link was already used or has expired. Open the admin from Storeyard again, or <a href="' . esc_url(wp_login_url()) . '">sign in with your password</a>.',
            'Sign in again',
            ['response' => 403]
        );
    }
    wp_set_auth_cookie($user->ID, false, is_ssl());
    do_action('wp_login', $user->user_login, $user);
    wp_safe_redirect(admin_url(), 303);
    exit;
}, 0);
