<?php
/**
 * PHP on the command line (kubectl exec, WP-CLI) does not share the memory of the web's PHP. What it writes to the database is
 * told by a new generation, which makes all cached objects and pages of before unreachable.
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
