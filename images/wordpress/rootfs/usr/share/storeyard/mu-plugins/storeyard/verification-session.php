<?php
/**
 * A verification places an order through the Store API with the platform's key in each request. Such a request brings
 * its own payment method and needs no shipping, and no setting of the owner's applies to it: a shop may be open to
 * members alone, sell elsewhere, or take no payments for a while, and still be in order. Shoppers see nothing of it.
 */
defined('ABSPATH') || exit;

const STOREYARD_PAYMENT_METHOD = 'storeyard_verification';

if (storeyard_is_platform_request()) {
    $storeyard_options = [
        'woocommerce_enable_guest_checkout' => 'yes',
        'woocommerce_enable_signup_and_login_from_checkout' => 'no',
        'woocommerce_allowed_countries' => 'all',
        'woocommerce_ship_to_countries' => '',
        'woocommerce_coming_soon' => 'no',
        'woocommerce_calc_taxes' => 'no',
        'woocommerce_checkout_company_field' => 'optional',
        'woocommerce_checkout_address_2_field' => 'optional',
        'woocommerce_checkout_phone_field' => 'optional',
    ];
    foreach ($storeyard_options as $storeyard_name => $storeyard_value) {
        add_filter("pre_option_$storeyard_name", static fn () => $storeyard_value, PHP_INT_MAX);
    }
    add_filter('woocommerce_store_api_rate_limit_options', static fn () => ['enabled' => false], PHP_INT_MAX);

    // The product is not published: only this request may buy it.
    add_filter('woocommerce_is_purchasable', static fn ($is, $product) => $is || storeyard_is_verification_product($product), PHP_INT_MAX, 2);

    add_filter('woocommerce_payment_gateways', static function () {
        require_once __DIR__ . '/verification-gateway.php';
        return [Storeyard_Verification_Gateway::class];
    }, PHP_INT_MAX);
    add_filter('woocommerce_available_payment_gateways', static function () {
        $gateways = WC()->payment_gateways()->payment_gateways();
        return array_filter($gateways, static fn ($gateway) => $gateway->id === STOREYARD_PAYMENT_METHOD);
    }, PHP_INT_MAX);

    // Nobody hears of a verification: no webhook, no mail.
    add_filter('woocommerce_webhook_should_deliver', '__return_false', PHP_INT_MAX);
    add_filter('pre_wp_mail', '__return_true', PHP_INT_MAX);
}
