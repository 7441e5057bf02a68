<?php

function storeyard_apply_woocommerce(array $inputs, array $changed, bool $first): void
{
    if (isset($changed['country'])) {
        if (!isset(WC()->countries->get_countries()[$inputs['country']])) {
            storeyard_fail("WooCommerce knows no country {$inputs['country']}.");
        }
        update_option('woocommerce_default_country', $inputs['country']);
    }
    if (isset($changed['currency'])) {
        if (!isset(get_woocommerce_currencies()[$inputs['currency']])) {
            storeyard_fail("WooCommerce knows no currency {$inputs['currency']}.");
        }
        update_option('woocommerce_currency', $inputs['currency']);
    }
    if (isset($changed['country']) || isset($changed['currency'])) {
        foreach (storeyard_local_customs($inputs['country'], $inputs['currency']) as $option => $value) {
            update_option($option, $value);
        }
    }
    if (!$first) {
        return;
    }
    foreach (['woocommerce_email_from_address', 'woocommerce_stock_email_recipient'] as $option) {
        update_option($option, $inputs['admin_email']);
    }
    update_option('woocommerce_email_from_name', $inputs['title']);
    // The prepared database's identities must not be shared by all shops.
    update_option('woocommerce_store_id', wp_generate_uuid4());
    if ($inputs['sample_product'] === 'false') {
        storeyard_delete_sample_product();
    }
}

/** How prices, weights and sizes are written in a country, as WooCommerce's own onboarding sets it. */
function storeyard_local_customs(string $country, string $currency): array
{
    $customs = (include WC()->plugin_path() . '/i18n/locale-info.php')[$country] ?? [];
    $options = [
        'woocommerce_weight_unit' => $customs['weight_unit'] ?? 'kg',
        'woocommerce_dimension_unit' => $customs['dimension_unit'] ?? 'cm',
    ];
    if (($customs['currency_code'] ?? '') === $currency) {
        $options['woocommerce_currency_pos'] = $customs['currency_pos'];
        $options['woocommerce_price_thousand_sep'] = $customs['thousand_sep'];
        $options['woocommerce_price_decimal_sep'] = $customs['decimal_sep'];
        $options['woocommerce_price_num_decimals'] = (string) $customs['num_decimals'];
    }
    return $options;
}

function storeyard_delete_sample_product(): void
{
    $id = (int) get_option('storeyard_sample_product');
    $product = $id ? wc_get_product($id) : null;
    if ($product) {
        wp_delete_attachment((int) $product->get_image_id(), true);
        $product->delete(true);
    }
    delete_option('storeyard_sample_product');
}
