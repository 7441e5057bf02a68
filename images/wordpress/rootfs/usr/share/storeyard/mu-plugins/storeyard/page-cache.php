<?php
/**
 * Decides which pages nginx keeps for anonymous visitors. Nothing is kept that is not marked here. Each kept page has an
 * index file of what it shows: posts by their ids, and the kinds of posts that it lists (kept-page.php). A change removes the
 * pages that show it (remove-pages.php).
 */
defined('ABSPATH') || exit;

const STOREYARD_PAGES = '/tmp/nginx/pages';
const STOREYARD_PAGE_INDEX = '/tmp/storeyard/pages';
const STOREYARD_PAGE_CACHE_OPTION = 'storeyard_page_cache';
/** Query parameters of pages that are kept. Pages with any other are made for each request. */
const STOREYARD_PAGE_PARAMETERS = '~^(paged|page|p|page_id|cat|tag|s|post_type|product-page|product_cat|product_tag|orderby|min_price|max_price|rating_filter|filter_\w+|query_type_\w+|lang)$~';

require __DIR__ . '/kept-page.php';
require __DIR__ . '/remove-pages.php';
require __DIR__ . '/page-cache-counts.php';

/** Whether pages are kept: not if the owner turned it off, or has a caching plugin. */
function storeyard_keeps_pages(): bool
{
    return apcu_enabled() && !WP_CACHE && !storeyard_is_isolated() && get_option(STOREYARD_PAGE_CACHE_OPTION, 'on') === 'on';
}

add_action('template_redirect', static function (): void {
    $key = $_SERVER['PAGE_KEY'] ?? '';
    $parameters = array_keys($_GET);
    if ($key === '' || $_SERVER['REQUEST_METHOD'] !== 'GET' || !storeyard_keeps_pages()
        || count(preg_grep(STOREYARD_PAGE_PARAMETERS, array_map(strval(...), $parameters))) !== count($parameters)
        || is_user_logged_in() || is_preview() || is_robots() || is_feed() || is_trackback() || is_404()
        || (is_singular() && get_queried_object()->post_password !== '')
        || get_option('woocommerce_default_customer_address') === 'geolocation'
        || (function_exists('is_cart') && (is_cart() || is_checkout() || is_account_page()))) {
        return;
    }
    $page = new Storeyard_Kept_Page($key);
    // The main query ran before.
    foreach ($GLOBALS['wp_query']->posts ?? [] as $post) {
        $page->shows["post:$post->ID"] = true;
    }
    if (!is_singular()) {
        foreach ((array) ($GLOBALS['wp_query']->get('post_type') ?: 'post') as $type) {
            $page->shows["list:$type"] = true;
        }
    }
    ob_start($page->finish(...));
}, PHP_INT_MIN);

/** @return array{on: bool, replaced: bool, hits: int, misses: int} replaced: a caching plugin of the owner is used instead. */
function storeyard_page_cache_state(): array
{
    return [
        'on' => get_option(STOREYARD_PAGE_CACHE_OPTION, 'on') === 'on',
        'replaced' => WP_CACHE,
        ...storeyard_count_pages(),
    ];
}

/** @return array{on: bool, replaced: bool, hits: int, misses: int} */
function storeyard_set_page_cache(bool $on): array
{
    update_option(STOREYARD_PAGE_CACHE_OPTION, $on ? 'on' : 'off');
    storeyard_remove_pages(null);
    return storeyard_page_cache_state();
}
