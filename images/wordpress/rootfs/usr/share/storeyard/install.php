<?php
/**
 * Runs a step of the set-up that needs WordPress: `php install.php <step>`, in a separate PHP process. Each step can be
 * repeated. install, activate, configure: for an empty database, when the image is built and at the first start of a shop
 * without a prepared database. upgrade: for a newer image on an older database. flush: after changes outside WordPress.
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
