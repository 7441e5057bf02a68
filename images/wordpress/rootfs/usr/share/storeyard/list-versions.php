<?php
/** Lists the programs of this image, one per line, the most important to a shop's owner first. */
require '/var/www/html/wp-includes/version.php';
$plugin = '/usr/share/storeyard/plugins/woocommerce/woocommerce.php';
if (is_file($plugin) && preg_match('/^\s*\*\s*Version:\s*(\S+)/m', (string) file_get_contents($plugin), $found)) {
    echo "WooCommerce {$found[1]}\n";
}
echo "WordPress {$wp_version}\nPHP ", PHP_VERSION, "\n";
