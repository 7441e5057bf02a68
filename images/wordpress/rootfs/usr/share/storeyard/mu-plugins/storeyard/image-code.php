<?php
/** A new image updates WordPress, WooCommerce and the theme. wp-admin does not offer these updates. */
defined('ABSPATH') || exit;

add_filter('site_transient_update_core', static function ($updates) {
    if (is_object($updates)) {
        $updates->updates = [];
    }
    return $updates;
});
add_filter('site_transient_update_plugins', static function ($updates) {
    if (is_object($updates)) {
        foreach (['response', 'no_update'] as $list) {
            foreach (array_keys((array) ($updates->$list ?? [])) as $plugin) {
                if (is_link(WP_PLUGIN_DIR . '/' . dirname($plugin))) {
                    unset($updates->$list[$plugin]);
                }
            }
        }
    }
    return $updates;
});
add_filter('site_transient_update_themes', static function ($updates) {
    if (is_object($updates) && is_array($updates->response ?? null)) {
        foreach (array_keys($updates->response) as $theme) {
            if (is_link(WP_CONTENT_DIR . '/themes/' . $theme)) {
                unset($updates->response[$theme]);
            }
        }
    }
    return $updates;
});
