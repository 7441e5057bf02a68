<?php
/** Tells watch-htaccess when a request may have written a .htaccess file: plugins do so when they are set up or saved. */
defined('ABSPATH') || exit;

const STOREYARD_HTACCESS_PIPE = '/run/storeyard/htaccess';

add_action('shutdown', static function (): void {
    $may_write = wp_doing_cron() || (($_SERVER['REQUEST_METHOD'] ?? 'GET') !== 'GET' && current_user_can('upload_files'))
        || (is_admin() && current_user_can('activate_plugins'));
    if ($may_write && file_exists(STOREYARD_HTACCESS_PIPE)) {
        $pipe = @fopen(STOREYARD_HTACCESS_PIPE, 'r+');
        if ($pipe !== false) {
            stream_set_blocking($pipe, false);
            fwrite($pipe, "\n");
            fclose($pipe);
        }
    }
}, PHP_INT_MAX);
