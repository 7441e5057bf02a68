<?php
/** Counts how many pages nginx answered from the page cache. nginx writes one short line for each page. */
defined('ABSPATH') || exit;

const STOREYARD_PAGE_LOG = '/tmp/nginx/pages.log';

/**
 * Pages answered from the cache, and pages that had to be made, since the pod started. Takes the lines that nginx has
 * written since the last call.
 *
 * @return array{hits: int, misses: int}
 */
function storeyard_count_pages(): array
{
    $log = @fopen(STOREYARD_PAGE_LOG, 'r+');
    if ($log !== false) {
        if (flock($log, LOCK_EX)) {
            $lines = array_count_values(explode("\n", (string) stream_get_contents($log)));
            ftruncate($log, 0);
            $hits = ($lines['HIT'] ?? 0) + ($lines['STALE'] ?? 0) + ($lines['UPDATING'] ?? 0);
            apcu_inc('storeyard_page_hits', $hits);
            apcu_inc('storeyard_page_misses', array_sum($lines) - ($lines[''] ?? 0) - $hits);
        }
        fclose($log);
    }
    return ['hits' => (int) apcu_fetch('storeyard_page_hits'), 'misses' => (int) apcu_fetch('storeyard_page_misses')];
}

// The file stays short, also when nobody looks at the figures.
if (wp_doing_cron()) {
    add_action('shutdown', 'storeyard_count_pages', PHP_INT_MAX);
}
