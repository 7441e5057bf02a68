<?php
/**
 * The shop's language. The image has a part of WordPress's texts. wordpress.org's language packs have all of them, also
 * WooCommerce's: they are fetched in the background after the set-up, and from then on by WordPress twice a day.
 * The option says what is to be done: `new` (titles), `fetch`, `fetched` (titles again), or nothing.
 */
defined('ABSPATH') || exit;

require_once '/usr/share/storeyard/copy-language.php';

const STOREYARD_LANGUAGE = 'storeyard_language';

add_action('init', static function (): void {
    // Loaded with every request: a shop without the option costs no query.
    $state = (string) (wp_load_alloptions()[STOREYARD_LANGUAGE] ?? '');
    if ($state === '' || wp_installing()) {
        return;
    }
    if ($state === 'new') {
        storeyard_translate_titles();
        update_option(STOREYARD_LANGUAGE, 'fetch');
    }
    if (!wp_doing_cron()) {
        storeyard_note_work(time() + 20);
    } elseif ($state === 'fetched') {
        storeyard_translate_titles();
        update_option(STOREYARD_LANGUAGE, '');
    } elseif ($state === 'fetch') {
        // The files that are loaded in this request are replaced: the next one translates the titles.
        update_option(STOREYARD_LANGUAGE, storeyard_fetch_language() ? 'fetched' : '');
        storeyard_tell_queue(time() + 10);
    }
}, 20);

/** Installs the language packs of WordPress, plugins and themes. Returns false where wordpress.org can't be reached. */
function storeyard_fetch_language(): bool
{
    if (is_wp_error(wp_remote_head('https://api.wordpress.org/', ['timeout' => 5]))) {
        return false;
    }
    // In a cron request this runs the automatic updater, which installs language packs.
    wp_version_check([], true);
    return true;
}

/** Translates what WordPress and WooCommerce created in English, and the owner has not renamed. Addresses stay. */
function storeyard_translate_titles(): void
{
    $locale = get_locale();
    load_textdomain('default', WP_LANG_DIR . "/admin-$locale.mo", $locale);
    foreach (['post' => ['Hello world!', __('Hello world!')], 'page' => ['Sample Page', __('Sample Page')]] as $type => [$old, $new]) {
        foreach (get_posts(['post_type' => $type, 'title' => $old, 'fields' => 'ids']) as $id) {
            storeyard_rename_post($id, $old, $new);
        }
    }
    storeyard_rename_category((int) get_option('default_category'), __('Uncategorized'));
    if (class_exists('WooCommerce')) {
        storeyard_translate_shop();
    }
}

function storeyard_translate_shop(): void
{
    $pages = [
        'shop' => ['Shop', _x('Shop', 'Page title', 'woocommerce')],
        'cart' => ['Cart', _x('Cart', 'Page title', 'woocommerce')],
        'checkout' => ['Checkout', _x('Checkout', 'Page title', 'woocommerce')],
        'myaccount' => ['My account', _x('My account', 'Page title', 'woocommerce')],
    ];
    foreach ($pages as $page => [$old, $new]) {
        storeyard_rename_post((int) get_option("woocommerce_{$page}_page_id"), $old, $new);
    }
    storeyard_rename_category((int) get_option('default_product_cat'), _x('Uncategorized', 'Default category slug', 'woocommerce'));
    $texts = [
        'Cash on delivery' => __('Cash on delivery', 'woocommerce'),
        'Pay with cash upon delivery.' => __('Pay with cash upon delivery.', 'woocommerce'),
    ];
    $settings = get_option('woocommerce_cod_settings');
    if (is_array($settings)) {
        update_option('woocommerce_cod_settings', array_map(static fn ($text) => is_string($text) ? $texts[$text] ?? $text : $text, $settings));
    }
}

/** Changes the title alone: saving the post would filter its content, because nobody is signed in. */
function storeyard_rename_post(int $id, string $old, string $new): void
{
    global $wpdb;
    if ($old !== $new && $wpdb->update($wpdb->posts, ['post_title' => $new], ['ID' => $id, 'post_title' => $old])) {
        clean_post_cache($id);
    }
}

function storeyard_rename_category(int $id, string $new): void
{
    $term = get_term($id);
    if ($term instanceof WP_Term && $term->name === 'Uncategorized' && $new !== $term->name) {
        wp_update_term($id, $term->taxonomy, ['name' => $new]);
    }
}

// The owner may choose each language of the image, also where wordpress.org can't be reached. Only on this page: WordPress
// would fetch the language packs of all languages that it finds.
add_action('admin_init', static function (): void {
    if (in_array($GLOBALS['pagenow'] ?? '', ['options-general.php', 'options.php'], true)) {
        add_filter('get_available_languages', static fn ($found) => array_unique([
            ...(array) $found,
            ...array_filter(
                array_map(static fn ($file) => basename($file, '.l10n.php'), glob(STOREYARD_LANGUAGES . '/*.l10n.php') ?: []),
                static fn ($name) => !str_starts_with($name, 'admin-'),
            ),
        ]));
    }
});
foreach (['add_option_WPLANG', 'update_option_WPLANG'] as $storeyard_hook) {
    add_action($storeyard_hook, static function ($_, $language): void {
        storeyard_copy_language((string) $language);
        update_option(STOREYARD_LANGUAGE, (string) $language === '' ? '' : 'fetch');
        storeyard_note_work(time() + 20);
    }, 10, 2);
}
