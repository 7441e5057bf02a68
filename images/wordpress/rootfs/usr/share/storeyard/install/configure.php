<?php
require '/var/www/html/wp-load.php';
require __DIR__ . '/sample-product.php';

if (!class_exists('WooCommerce')) {
    fwrite(STDERR, "WooCommerce is not active.\n");
    exit(1);
}
wp_set_current_user(1);
// Repeats the installation in case the activation was killed, and does the work that WooCommerce defers to the first visit.
WC_Install::install();
WC_Install::newly_installed();
$fresh = get_option('storeyard_applied') === false;
if ($fresh) {
    // WordPress's example post and pages are of no use in a shop.
    foreach ([1, 2, 3] as $example) {
        wp_delete_post($example, true);
    }
}
WC_Install::create_pages();

// Settings with which the shop can sell at once: cash on delivery, free delivery everywhere, no hidden pages.
$options = [
    'woocommerce_coming_soon' => 'no',
    'woocommerce_store_pages_only' => 'no',
    'woocommerce_onboarding_profile' => ['skipped' => true, 'completed' => true],
    'woocommerce_task_list_hidden' => 'yes',
    'woocommerce_task_list_hidden_lists' => ['setup', 'extended', 'secret_tasklist'],
    'woocommerce_task_list_welcome_modal_dismissed' => 'yes',
    // Reports show an order at once, and not after an import that runs twice a day.
    'woocommerce_analytics_scheduled_import' => 'no',
    'woocommerce_allow_tracking' => 'no',
    'woocommerce_feature_remote_logging_enabled' => 'no',
    'woocommerce_show_marketplace_suggestions' => 'no',
    'woocommerce_allowed_countries' => 'all',
    'woocommerce_ship_to_countries' => '',
    'woocommerce_default_customer_address' => 'base',
    'woocommerce_enable_guest_checkout' => 'yes',
    'woocommerce_calc_taxes' => 'no',
    'woocommerce_cod_settings' => [
        'enabled' => 'yes',
        'title' => 'Cash on delivery',
        'description' => 'Pay with cash upon delivery.',
        'instructions' => 'Pay with cash upon delivery.',
        'enable_for_methods' => [],
        'enable_for_virtual' => 'yes',
    ],
];
foreach ($options as $name => $value) {
    update_option($name, $value);
}
delete_transient('_wc_activation_redirect');
WC_Admin_Notices::remove_all_notices();

// Zone 0 is every country without a zone.
$zone = new WC_Shipping_Zone(0);
if ($zone->get_shipping_methods() === []) {
    $zone->add_shipping_method('free_shipping');
}

if ($fresh) {
    storeyard_create_sample_product();
    update_option('show_on_front', 'page');
    update_option('page_on_front', (string) wc_get_page_id('shop'));
}

flush_rewrite_rules(false);
update_option('storeyard_installed', 'woocommerce', false);
