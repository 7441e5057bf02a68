<?php
/** Removes kept pages when what they show changes (see page-cache.php). */
defined('ABSPATH') || exit;

/** Changes with each change of the shop's content. */
function storeyard_page_generation(): string
{
    return (int) apcu_fetch('storeyard_page_generation') . ':' . storeyard_generation();
}

/**
 * Removes the pages that show one of these; all pages for null. Immediately; at the end of the request, which may go on to
 * change the same; and once more after the answer, because nginx may be about to keep a page that was made before.
 *
 * @param string[]|null $shown
 */
function storeyard_remove_pages(?array $shown): void
{
    static $changed = [];
    if ($changed === []) {
        register_shutdown_function(static function () use (&$changed): void {
            $all = in_array(null, $changed, true) ? null : array_merge(...$changed);
            storeyard_unlink_pages($all);
            if (function_exists('fastcgi_finish_request')) {
                fastcgi_finish_request();
                usleep(300_000);
                storeyard_unlink_pages($all);
            }
        });
    }
    if (!in_array($shown, $changed, true)) {
        $changed[] = $shown;
        storeyard_unlink_pages($shown);
    }
}

/** @param string[]|null $shown */
function storeyard_unlink_pages(?array $shown): void
{
    apcu_inc('storeyard_page_generation');
    $wanted = $shown === null ? null : '~^(' . implode('|', array_map(preg_quote(...), $shown)) . ')$~m';
    foreach (glob(STOREYARD_PAGE_INDEX . '/*') ?: [] as $index) {
        if ($wanted !== null && !preg_match($wanted, (string) @file_get_contents($index))) {
            continue;
        }
        $name = basename($index);
        @unlink(STOREYARD_PAGES . '/' . substr($name, -1) . '/' . substr($name, -3, 2) . "/$name");
        if ($wanted === null) {
            @unlink($index);
        }
    }
}

/** Posts that are part of every page: templates, styles, menus and blocks. */
const STOREYARD_FRAME_TYPES = ['wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation', 'wp_block', 'nav_menu_item', 'custom_css', 'wp_font_family', 'wp_font_face'];

$remove_post = static function ($id): void {
    $post = get_post($id);
    if ($post === null) {
        return;
    }
    if (in_array($post->post_type, STOREYARD_FRAME_TYPES, true)) {
        storeyard_remove_pages(null);
    } elseif ($post->post_type === 'product_variation' || is_post_type_viewable($post->post_type)) {
        $parent = $post->post_parent > 0 ? ["post:$post->post_parent"] : [];
        storeyard_remove_pages(["post:$post->ID", ...$parent, "list:$post->post_type", 'list:any']);
    }
};
add_action('clean_post_cache', $remove_post, PHP_INT_MAX);
foreach (['added', 'updated', 'deleted'] as $done) {
    add_action("{$done}_post_meta", static function ($meta, $id, $key) use ($remove_post): void {
        if (!in_array($key, ['_edit_lock', '_edit_last', '_wp_old_slug', 'total_sales'], true)) {
            $remove_post($id);
        }
    }, PHP_INT_MAX, 3);
}
foreach (['edited_term', 'created_term', 'delete_term', 'wp_update_nav_menu', 'switch_theme', 'customize_save_after', 'update_option_sidebars_widgets', 'upgrader_process_complete', 'activated_plugin', 'deactivated_plugin', 'woocommerce_settings_saved', 'woocommerce_tax_rate_added', 'woocommerce_tax_rate_updated', 'woocommerce_tax_rate_deleted', 'woocommerce_shipping_zone_method_status_toggled'] as $change) {
    add_action($change, static fn () => storeyard_remove_pages(null), PHP_INT_MAX, 0);
}
foreach (['comment_post', 'edit_comment', 'wp_set_comment_status', 'delete_comment'] as $change) {
    add_action($change, static function ($id): void {
        $comment = get_comment($id);
        if ($comment !== null && $comment->comment_type !== 'order_note') {
            storeyard_remove_pages(["post:$comment->comment_post_ID", 'list:comment']);
        }
    }, PHP_INT_MAX);
}
// Settings that somebody of the shop changes. Visitors' requests change options too: counters, locks and the like.
foreach (['added_option', 'updated_option', 'deleted_option'] as $change) {
    add_action($change, static function ($name): void {
        if (!preg_match('~^(_transient|_site_transient|cron$|action_scheduler|storeyard_)~', $name)
            && (PHP_SAPI === 'cli' || (did_action('init') && current_user_can('edit_posts')))) {
            storeyard_remove_pages(null);
        }
    }, PHP_INT_MAX);
}
