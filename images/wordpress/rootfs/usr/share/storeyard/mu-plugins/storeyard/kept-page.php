<?php
/** A page that nginx may keep for all visitors, with an index file of what it shows (see page-cache.php). */
defined('ABSPATH') || exit;

/** Forms in a page have to work as long as the page is kept: WordPress accepts their nonces for at least 12 hours. */
const STOREYARD_PAGE_SECONDS = 6 * HOUR_IN_SECONDS;

/** What the page of this request shows. */
final class Storeyard_Kept_Page
{
    /** @var array<string, true> */
    public array $shows = [];
    /** A plugin asked what kind of device or place the visitor has: the page may be different for others. */
    private bool $varies = false;
    public readonly string $generation;

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
        add_filter('wp_is_mobile', function ($is) {
            $this->varies = true;
            return $is;
        });
        add_filter('woocommerce_geolocate_ip', function ($place) {
            $this->varies = true;
            return $place;
        });
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
        if ($this->varies || http_response_code() !== 200 || !str_contains(substr($html, -200), '</html>')) {
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
