<?php
/**
 * One step of installing WordPress and WooCommerce into an empty database: `php install.php <step>`.
 * Runs when the image is built, to prepare the database that new shops start from, and at a shop's first start where
 * there was no prepared one. Each step can be repeated.
 */
require __DIR__ . '/settings.php';

$step = $argv[1] ?? '';
if (!in_array($step, ['install', 'activate', 'configure'], true)) {
    fwrite(STDERR, "Unknown step: $step\n");
    exit(2);
}
define('STOREYARD_SETUP', true);
if ($step === 'install') {
    define('WP_INSTALLING', true);
}
require __DIR__ . "/install/$step.php";
