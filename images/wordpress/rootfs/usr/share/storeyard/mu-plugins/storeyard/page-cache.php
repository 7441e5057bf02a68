<?php
/**
 * Decides which pages nginx keeps for anonymous visitors, and removes them when what they show changes. Nothing is kept
 * that is not marked here. Each kept page has an index file with what it shows: posts by their ids, and the kinds of posts
 * that it lists.
 */
defined('ABSPATH') || exit;

const STOREYARD_PAGES = '/tmp/nginx/pages';
const STOREYARD_PAGE_INDEX = '/tmp/storeyard/pages';
/** Forms in a page have to work as long as the page is kept: WordPress accepts their nonces for at least 12 hours. */
const STOREYARD_PAGE_SECONDS = 6 * HOUR_IN_SECONDS;
/** Query parameters of pages that are kept. Pages with any other are made for each request. */
const STOREYARD_PAGE_PARAMETERS = '~^(paged|page|p|page_id|cat|tag|s|post_type|product-page|product_cat|product_tag|orderby|min_price|max_price|rating_filter|filter_\w+|query_type_\w+|lang)$~';

/** What the page of this request shows. */
final class Storeyard_Page
{
    /** @var array<string, true> */
    public array $shows = [];
    public readonly int $generation;

    public function __construct(public readonly string $key)
    {
        $this->generation = storeyard_page_generation();
        add_filter('the_posts', function ($posts, $query) {
            foreach ((array) $query->get('post_type') ?: ['post'] as $type) {
                $this->shows['list:' . ($type === '' ? 'post' : $type)] = true;
            }
            foreach ((array) $posts as $post) {
                $this->shows['post:' . (is_object($post) ? $post->ID : $post)] = true;
            }
            return $posts;
        }, PHP_INT_MAX, 2);
        add_filter('get_post_metadata', function ($value, $id) {
            $this->shows["post:$id"] = true;
            return $value;
        }, PHP_INT_MAX, 2);
    }

    /** Called with the whole page. Marks it to be kept where it is the same for all visitors. */
    public function finish(string $html): string
    {
        if (!$this->is_for_all($html)) {
            return $html;
        }
        $index = STOREYARD_PAGE_INDEX . '/' . md5($this->key);
        @mkdir(STOREYARD_PAGE_INDEX, 0700, true);
        if (@file_put_contents($index, implode("\n", array_keys($this->shows)) . "\n") === false) {
            return $html;
        }
        // Between the reading of the page's content and now, something changed. What was read may be older.
        if (storeyard_page_generation() !== $this->generation) {
            return $html;
        }
        header('X-Accel-Expires: ' . STOREYARD_PAGE_SECONDS);
        header('Vary: Accept-Encoding', false);
        if (str_ends_with($this->key, ' gzip') && !ini_get('zlib.output_compression')) {
            header('Content-Encoding: gzip');
            return gzencode($html, 6);
        }
        return $html;
    }

    private function is_for_all(string $html): bool
    {
        if (http_response_code() !== 200 || !str_contains(substr($html, -200), '</html>')) {
            return false;
        }
        if (defined('DONOTCACHEPAGE') && DONOTCACHEPAGE || is_user_logged_in() || session_status() === PHP_SESSION_ACTIVE) {
            return false;
        }
        foreach (headers_list() as $line) {
            [$name, $value] = array_map('trim', explode(':', $line, 2)) + [1 => ''];
            $is_own = match (strtolower($name)) {
                'set-cookie', 'content-encoding' => true,
                'cache-control' => (bool) preg_match('~no-store|no-cache|private|max-age=0~i', $value),
                'vary' => (bool) preg_match('~^(?!\s*(accept-encoding|origin)\s*$)~i', $value),
                'content-type' => !str_starts_with(strtolower($value), 'text/html'),
                default => false,
            };
            if ($is_own) {
                return false;
            }
        }
        return apply_filters('storeyard_keep_page', true);
    }
}

/** Counts the changes of the shop's content since PHP-FPM started. */
function storeyard_page_generation(): int
{
    return (int) apcu_fetch('storeyard_page_generation');
}

/** Whether pages are kept: not if the owner turned it off, or has a caching plugin. */
function storeyard_keeps_pages(): bool
{
    return apcu_enabled() && !WP_CACHE && !storeyard_is_isolated() && get_option('storeyard_page_cache', 'on') === 'on';
}

add_action('template_redirect', static function (): void {
    $key = $_SERVER['PAGE_KEY'] ?? '';
    $parameters = array_keys($_GET);
    if ($key === '' || $_SERVER['REQUEST_METHOD'] !== 'GET' || !storeyard_keeps_pages()
        || count(preg_grep(STOREYARD_PAGE_PARAMETERS, array_map(strval(...), $parameters))) !== count($parameters)
        || is_user_logged_in() || is_preview() || is_robots() || is_feed() || is_trackback() || is_404()
        || (is_singular() && get_queried_object()->post_password !== '')
        || (function_exists('is_cart') && (is_cart() || is_checkout() || is_account_page()))) {
        return;
    }
    $page = new Storeyard_Page($key);
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

/**
 * Removes the pages that show one of these; all pages for null. Once immediately, and once after this request, because
 * nginx may be about to keep a page that was made before.
 *
 * @param string[]|null $shown
 */
function storeyard_remove_pages(?array $shown): void
{
    static $later = [];
    if ($later === []) {
        register_shutdown_function(static function () use (&$later): void {
            if (function_exists('fastcgi_finish_request')) {
                fastcgi_finish_request();
            }
            usleep(300_000);
            storeyard_unlink_pages(in_array(null, $later, true) ? null : array_merge(...$later));
        });
    }
    if (in_array($shown, $later, true)) {
        // The request goes on to change what it has changed before: the shutdown removes pages that are made meanwhile.
        apcu_inc('storeyard_page_generation');
        return;
    }
    $later[] = $shown;
    storeyard_unlink_pages($shown);
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

$remove_post = static function ($id): void {
    $post = get_post($id);
    if ($post === null || wp_is_post_revision($post) || in_array($post->post_type, ['shop_order', 'shop_order_placehold', 'shop_order_refund', 'customize_changeset', 'oembed_cache'], true)) {
        return;
    }
    $parent = $post->post_parent > 0 ? ["post:$post->post_parent"] : [];
    $is_content = in_array($post->post_type, ['post', 'page', 'product', 'product_variation', 'attachment'], true);
    storeyard_remove_pages($is_content ? ["post:$post->ID", ...$parent, "list:$post->post_type", 'list:any'] : null);
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
            && did_action('init') && current_user_can('edit_posts')) {
            storeyard_remove_pages(null);
        }
    }, PHP_INT_MAX);
}
