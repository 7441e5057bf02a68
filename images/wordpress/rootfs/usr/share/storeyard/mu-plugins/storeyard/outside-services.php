<?php
/**
 * WordPress and WooCommerce call outside services for updates, news and offers while a user waits for a page. In a closed
 * network each call would delay the page for seconds. Payment services are not among these hosts.
 */
defined('ABSPATH') || exit;

const STOREYARD_CONVENIENCES = '~(^|\.)(wordpress\.org|woocommerce\.com|wordpress\.com|wp\.com|jetpack\.com)$~';
const STOREYARD_OUT_OF_REACH = 'storeyard_out_of_reach';

function storeyard_is_convenience(string $url): bool
{
    return (bool) preg_match(STOREYARD_CONVENIENCES, (string) wp_parse_url($url, PHP_URL_HOST));
}

// The image determines the PHP version, and browsers update themselves: the dashboard need not check either.
add_filter('pre_http_request', static function ($answer, array $args, string $url) {
    if (preg_match('~^https?://api\.wordpress\.org/core/(browse|serve)-happy/~', $url)) {
        return new WP_Error('storeyard_not_asked', 'This check is disabled.');
    }
    return $answer;
}, 10, 3);

// Cron checks plugins and themes twice a day. The list of plugins does not check again.
add_action('admin_init', static function (): void {
    foreach (['core', 'plugins', 'themes'] as $kind) {
        remove_action('admin_init', "_maybe_update_$kind");
    }
    remove_action('load-plugins.php', 'wp_update_plugins');
    remove_action('load-themes.php', 'wp_update_themes');
}, 0);

// An unreachable host is not called again for 15 minutes while a user waits. Cron still calls it.
add_filter('pre_http_request', static function ($answer, array $args, string $url) {
    if ($answer !== false || wp_doing_cron() || !storeyard_is_convenience($url) || !get_transient(STOREYARD_OUT_OF_REACH)) {
        return $answer;
    }
    $host = wp_parse_url($url, PHP_URL_HOST);
    return new WP_Error('http_request_failed', "$host could not be reached a moment ago; it is asked again within a quarter of an hour.");
}, 20, 3);
add_action('http_api_debug', static function ($answer, string $context, string $class, array $args, string $url): void {
    if (is_wp_error($answer) && $args['blocking'] && storeyard_is_convenience($url)) {
        set_transient(STOREYARD_OUT_OF_REACH, '1', 15 * MINUTE_IN_SECONDS);
    }
}, 10, 5);
