<?php

/** @return array<string, string> options to set */
function storeyard_woocommerce_options(mysqli $database, array $inputs, array $changed, bool $first): array
{
    $options = [];
    if (isset($changed['country'])) {
        $options['woocommerce_default_country'] = $inputs['country'];
    }
    if (isset($changed['currency'])) {
        $options['woocommerce_currency'] = $inputs['currency'];
    }
    if (isset($changed['country']) || isset($changed['currency'])) {
        $options += storeyard_local_options($inputs['country'], $inputs['currency']);
    }
    return $first ? $options + storeyard_own_options($database, $inputs) : $options;
}

/** Identifiers that each shop needs for itself; the prepared database contains the same ones for all. */
function storeyard_own_options(mysqli $database, array $inputs): array
{
    $options = [
        'woocommerce_email_from_address' => $inputs['admin_email'],
        'woocommerce_email_from_name' => $inputs['title'],
        'woocommerce_stock_email_recipient' => $inputs['admin_email'],
        'woocommerce_pos_store_email' => $inputs['admin_email'],
        'woocommerce_store_id' => storeyard_uuid(),
        'woocommerce_share_key' => bin2hex(random_bytes(16)),
        'woocommerce_maxmind_geolocation_settings' => serialize(['database_prefix' => bin2hex(random_bytes(16))]),
        'woocommerce_admin_install_timestamp' => (string) time(),
    ];
    if ($inputs['sample_product'] === 'false') {
        // WooCommerce has to delete products: see the mu-plugin's sample-product.php.
        $id = (int) storeyard_find_option($database, 'storeyard_sample_product');
        $options['storeyard_sample_product'] = $id > 0 ? "unwanted:$id" : '';
    }
    return $options;
}

/** Formats of prices, weights and sizes in a country, as WooCommerce's onboarding sets them. */
function storeyard_local_options(string $country, string $currency): array
{
    $customs = storeyard_customs()['countries'][$country] ?? [];
    $options = [
        'woocommerce_weight_unit' => $customs['weight_unit'] ?? 'kg',
        'woocommerce_dimension_unit' => $customs['dimension_unit'] ?? 'cm',
    ];
    if (($customs['currency_code'] ?? '') !== $currency) {
        return $options;
    }
    return $options + [
        'woocommerce_currency_pos' => $customs['currency_pos'],
        'woocommerce_price_thousand_sep' => $customs['thousand_sep'],
        'woocommerce_price_decimal_sep' => $customs['decimal_sep'],
        'woocommerce_price_num_decimals' => (string) $customs['num_decimals'],
    ];
}

function storeyard_uuid(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}
