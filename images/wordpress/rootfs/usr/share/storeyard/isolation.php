<?php
/**
 * Isolated requests run the code of the image alone: no plugins, drop-ins or themes that the owner installed. The
 * platform's own requests are isolated, so that a verification depends on nothing that the owner changes. So are the sign-in
 * from the dashboard and an owner in safe mode: they work while a plugin or a theme is fatal.
 */

const STOREYARD_SAFE_MODE_COOKIE = 'storeyard_safe_mode';
/** A file on the volume: safe mode for all visitors, until the dashboard turns it off or the file is removed. */
const STOREYARD_SAFE_MODE_FILE = '/var/lib/shop/.storeyard-safe-mode';

const STOREYARD_SIGN_IN_PATH = '/storeyard-sign-in';
const STOREYARD_LEAVE_SAFE_MODE_PATH = '/storeyard-leave-safe-mode';

function storeyard_request_path(): string
{
    return (string) strtok((string) ($_SERVER['REQUEST_URI'] ?? ''), '?');
}

/** Whether the platform sent this request: the store's key came with it. */
function storeyard_is_platform_request(): bool
{
    static $is = null;
    if ($is === null) {
        $sent = (string) ($_SERVER['HTTP_X_STOREYARD_KEY'] ?? '');
        $key = $sent === '' ? null : storeyard_find_secret('platform-key');
        $is = $key !== null && hash_equals($key, $sent);
    }
    return $is;
}

/** What the cookie of a browser in safe mode holds. It opens nothing: it only leaves code out. */
function storeyard_safe_mode_token(): string
{
    return hash_hmac('sha256', 'safe mode', storeyard_salt('NONCE_SALT'));
}

function storeyard_is_safe_mode(): bool
{
    $cookie = $_COOKIE[STOREYARD_SAFE_MODE_COOKIE] ?? null;
    return (is_string($cookie) && hash_equals(storeyard_safe_mode_token(), $cookie)) || is_file(STOREYARD_SAFE_MODE_FILE);
}

function storeyard_is_isolated(): bool
{
    static $is = null;
    $opens_admin = in_array(storeyard_request_path(), [STOREYARD_SIGN_IN_PATH, STOREYARD_LEAVE_SAFE_MODE_PATH], true);
    return $is ??= $opens_admin || storeyard_is_platform_request() || storeyard_is_safe_mode();
}

/** Drop-ins are loaded before any plugin could say no: WordPress takes filters from this global as it starts. */
function storeyard_leave_out_drop_ins(): void
{
    foreach (['enable_loading_object_cache_dropin', 'enable_loading_advanced_cache_dropin'] as $hook) {
        $GLOBALS['wp_filter'][$hook][10]['storeyard'] = ['function' => '__return_false', 'accepted_args' => 0];
    }
}

/**
 * The platform's paths below /wp-json work whatever permalinks the owner chose: with plain ones WordPress has no rewrite
 * rule for them, and reads the route from this parameter.
 */
function storeyard_route_platform_request(): void
{
    $path = storeyard_request_path();
    if (storeyard_is_platform_request() && str_starts_with($path, '/wp-json/')) {
        $_GET['rest_route'] ??= substr($path, strlen('/wp-json'));
    }
}
