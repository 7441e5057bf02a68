<?php
/** Writes WooCommerce's countries and currencies as JSON, so that the set-up need not load WooCommerce. */
require '/var/www/html/wp-load.php';

$customs = include WC()->plugin_path() . '/i18n/locale-info.php';
$wanted = array_flip(['currency_code', 'currency_pos', 'thousand_sep', 'decimal_sep', 'num_decimals', 'weight_unit', 'dimension_unit']);
$countries = [];
foreach (array_keys(WC()->countries->get_countries()) as $country) {
    $countries[$country] = (object) array_intersect_key($customs[$country] ?? [], $wanted);
}
echo json_encode(['countries' => $countries, 'currencies' => array_keys(get_woocommerce_currencies())]);
