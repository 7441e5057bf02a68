<?php
/** Safe mode, as the owner meets it: a notice on each page of wp-admin, and the way out. What it leaves out: ../../isolation.php. */
defined('ABSPATH') || exit;

function storeyard_set_safe_mode_cookie(bool $on): void
{
    setcookie(STOREYARD_SAFE_MODE_COOKIE, $on ? storeyard_safe_mode_token() : '', [
        'expires' => $on ? 0 : 1,
        'path' => '/',
        'secure' => is_ssl(),
        'httponly' => true,
        'samesite' => 'Lax',
    ]);
}

/** @return array{on: bool}|WP_Error */
function storeyard_set_safe_mode_for_all(bool $on)
{
    $done = $on ? touch(STOREYARD_SAFE_MODE_FILE) : !is_file(STOREYARD_SAFE_MODE_FILE) || unlink(STOREYARD_SAFE_MODE_FILE);
    clearstatcache();
    storeyard_remove_pages(null);
    return $done ? ['on' => $on] : new WP_Error('storeyard_safe_mode', "The volume can't be written.", ['status' => 500]);
}

add_action('init', static function (): void {
    if (storeyard_request_path() === STOREYARD_LEAVE_SAFE_MODE_PATH) {
        nocache_headers();
        storeyard_set_safe_mode_cookie(false);
        wp_safe_redirect(admin_url(), 303);
        exit;
    }
}, 0);

add_action('admin_notices', static function (): void {
    if (!storeyard_is_safe_mode()) {
        return;
    }
    $text = 'Safe mode is on: your plugins and your theme are not loaded. Deactivate the plugin that fails, or choose another theme.';
    if (is_file(STOREYARD_SAFE_MODE_FILE)) {
        printf('<div class="notice notice-warning"><p>%s It is on for all visitors. Turn it off in Storeyard.</p></div>', esc_html($text));
        return;
    }
    printf(
        '<div class="notice notice-warning"><p>%s <a href="%s">Leave safe mode</a></p></div>',
        esc_html($text),
        esc_url(home_url(STOREYARD_LEAVE_SAFE_MODE_PATH)),
    );
});
