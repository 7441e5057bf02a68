<?php
require '/var/www/html/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// wp_install() also sends a mail and requests the shop's pages. Neither is possible yet.
if (!function_exists('wp_new_blog_notification')) {
    function wp_new_blog_notification(): void
    {
    }
}
add_filter('pre_http_request', static fn () => new WP_Error('storeyard', 'Requests are disabled during the installation.'));

// If a run was killed half-way, WordPress counts as installed, but has no user and no category.
if (!is_blog_installed() || !get_user_by('id', 1) || !term_exists(1, 'category')) {
    wp_install('Shop', 'storeyard-owner', 'owner@storeyard.invalid', true, '', wp_generate_password(40));
}
update_option('blogdescription', '');
update_option('default_comment_status', 'closed');
update_option('default_ping_status', 'closed');
update_option('uploads_use_yearmonth_folders', '1');
switch_theme(WP_DEFAULT_THEME);

$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->set_permalink_structure('/%postname%/');
flush_rewrite_rules(false);

update_option('storeyard_installed', 'wordpress', false);
