<?php
/**
 * PHP on the command line (kubectl exec, WP-CLI) does not share the memory of PHP-FPM. When it writes to the database, it
 * starts a new generation: older objects and pages in the caches are not used any more.
 */
defined('ABSPATH') || exit;

if (PHP_SAPI === 'cli') {
    $storeyard_writes = static function () {
        static $has_written = false;
        if (!$has_written) {
            $has_written = true;
            register_shutdown_function('storeyard_start_generation');
        }
        storeyard_start_generation();
    };
    add_filter('query', static function (string $query) use ($storeyard_writes) {
        if (!preg_match('~^\s*\(?\s*(SELECT|SHOW|DESCRIBE|EXPLAIN|SET)\b~i', $query)) {
            $storeyard_writes();
        }
        return $query;
    });
}
