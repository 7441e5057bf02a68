<?php
/**
 * What is done in WordPress, a step a PHP run: `php install.php <step>`. Each can be repeated.
 * install, activate, configure: into an empty database, when the image is built (new shops start from what that
 * leaves) and at a shop's first start where there was no prepared database. upgrade: a newer image over an older
 * database. flush: after changes that WordPress didn't make.
 */
require __DIR__ . '/settings.php';

$step = $argv[1] ?? '';
if (!in_array($step, ['install', 'activate', 'configure', 'upgrade', 'flush'], true)) {
    fwrite(STDERR, "Unknown step: $step\n");
    exit(2);
}
define('STOREYARD_SETUP', true);
if ($step === 'install') {
    define('WP_INSTALLING', true);
}
require __DIR__ . "/install/$step.php";
