<?php
/**
 * Plugin Name: Storeyard
 * Description: The platform's endpoints for test orders, status and the owner's sign-in. Prevents pages from waiting for outside services.
 */
defined('ABSPATH') || exit;

require __DIR__ . '/storeyard/allowed-origins.php';
require __DIR__ . '/storeyard/isolate.php';
require __DIR__ . '/storeyard/background-work.php';
require __DIR__ . '/storeyard/command-line.php';
require __DIR__ . '/storeyard/htaccess.php';
require __DIR__ . '/storeyard/image-code.php';
require __DIR__ . '/storeyard/image-editors.php';
require __DIR__ . '/storeyard/languages.php';
require __DIR__ . '/storeyard/outside-services.php';
require __DIR__ . '/storeyard/owner-password.php';
require __DIR__ . '/storeyard/page-cache.php';
require __DIR__ . '/storeyard/platform-api.php';
require __DIR__ . '/storeyard/requests-to-itself.php';
require __DIR__ . '/storeyard/safe-mode.php';
require __DIR__ . '/storeyard/sample-product.php';
require __DIR__ . '/storeyard/sign-ins.php';
require __DIR__ . '/storeyard/verification-address.php';
require __DIR__ . '/storeyard/verification-orders.php';
require __DIR__ . '/storeyard/verification-session.php';
