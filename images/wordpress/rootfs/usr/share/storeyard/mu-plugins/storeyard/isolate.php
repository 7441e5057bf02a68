<?php
/** Leaves the owner's plugins and theme out of isolated requests (see ../../isolation.php). */
defined('ABSPATH') || exit;

if (storeyard_is_isolated()) {
    // Only while WordPress loads plugins: the list of plugins in wp-admin shows, and saves, what is really active.
    $storeyard_plugins_of_image = static fn ($active) => array_values(array_filter((array) $active, static function ($plugin) {
        $folder = dirname((string) $plugin);
        // A WooCommerce that the owner installed over the image's is what takes the orders.
        return is_link(WP_PLUGIN_DIR . "/$folder") || ($folder === 'woocommerce' && storeyard_is_platform_request());
    }));
    add_filter('option_active_plugins', $storeyard_plugins_of_image);
    add_action('plugins_loaded', static fn () => remove_filter('option_active_plugins', $storeyard_plugins_of_image), PHP_INT_MIN);

    $storeyard_default_theme = static fn () => WP_DEFAULT_THEME;
    foreach (['pre_option_template', 'pre_option_stylesheet'] as $storeyard_hook) {
        add_filter($storeyard_hook, $storeyard_default_theme);
        // In wp-admin the owner chooses among themes: what is chosen has to be shown.
        if (is_admin()) {
            add_action('wp_loaded', static fn () => remove_filter($storeyard_hook, $storeyard_default_theme));
        }
    }
}
