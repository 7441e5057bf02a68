<?php
/**
 * With a list of origins (STORE_ALLOWED_ORIGINS), browsers let only their pages, and the store's own, read answers of the
 * REST API and WooCommerce's Store API. WordPress itself allows every origin, and WooCommerce every one with a cart token.
 * Without a list, both decide as usual.
 */
defined('ABSPATH') || exit;

add_action('rest_api_init', static function (): void {
    $allowed = array_filter(explode(' ', storeyard_setting('STORE_ALLOWED_ORIGINS')));
    // Pages call the API from inside too: their headers are none of its business.
    if ($allowed === [] || !defined('REST_REQUEST') || !REST_REQUEST) {
        return;
    }
    $add = static fn (string ...$more) => static fn (array $names): array => array_values(array_unique([...$names, ...$more]));
    add_filter('rest_allowed_cors_headers', $add('Nonce', 'Cart-Token'), 20);
    add_filter('rest_exposed_cors_headers', $add('Nonce', 'Nonce-Timestamp', 'Cart-Token', 'Cart-Hash'), 20);
    // The last word: it also runs after WooCommerce has ended the answer to a preflight request.
    header_register_callback(static function () use ($allowed): void {
        storeyard_send_cors_headers(in_array($_SERVER['HTTP_ORIGIN'] ?? '', [...$allowed, storeyard_own_origin()], true));
    });
});

function storeyard_send_cors_headers(bool $isAllowed): void
{
    // Answers differ by origin, also those to requests without one.
    if (!preg_grep('/^Vary:.*\bOrigin\b/i', headers_list())) {
        header('Vary: Origin', false);
    }
    if ($isAllowed) {
        header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
        header('Access-Control-Allow-Credentials: true');
        return;
    }
    foreach (preg_grep('/^Access-Control-/i', headers_list()) as $header) {
        header_remove(strstr($header, ':', true));
    }
}

/** The origin of the store's address, as browsers send it. */
function storeyard_own_origin(): string
{
    return strtolower((string) preg_replace('~^(https?://[^/]+).*~i', '$1', WP_HOME));
}
