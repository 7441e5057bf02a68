<?php

const WOOCOMMERCE_FILE = '/usr/share/storeyard/plugins/woocommerce/woocommerce.php';

/** The inputs of the set-up. The password is not one of them: it is set once, and then belongs to the owner. */
function storeyard_inputs(): array
{
    $inputs = [
        'image' => trim((string) @file_get_contents('/usr/share/storeyard/image-id')),
        'type' => storeyard_setting('STORE_TYPE', 'wordpress'),
        'url' => rtrim(storeyard_setting('STORE_URL', 'http://localhost'), '/'),
        'title' => storeyard_setting('STORE_TITLE', 'My shop'),
        'admin_user' => storeyard_setting('STORE_ADMIN_USER', 'admin'),
        'admin_email' => storeyard_setting('STORE_ADMIN_EMAIL', 'admin@storeyard.invalid'),
    ];
    // A shop from before there were these settings has neither, and keeps what its owner chose.
    foreach (['language' => 'STORE_LANGUAGE', 'time_zone' => 'STORE_TIME_ZONE'] as $input => $setting) {
        if (storeyard_setting($setting) !== '') {
            $inputs[$input] = storeyard_setting($setting);
        }
    }
    if ($inputs['type'] === 'woocommerce') {
        $inputs['country'] = storeyard_setting('STORE_COUNTRY', 'US');
        $inputs['currency'] = storeyard_setting('STORE_CURRENCY', 'USD');
        $inputs['sample_product'] = storeyard_setting('STORE_SAMPLE_PRODUCT', 'true') === 'true' ? 'true' : 'false';
        storeyard_check_woocommerce($inputs);
    }
    return $inputs;
}

function storeyard_check_woocommerce(array $inputs): void
{
    if (!is_file(WOOCOMMERCE_FILE)) {
        storeyard_fail('the shop is of type woocommerce, but this image was built without WooCommerce.');
    }
    $customs = storeyard_customs();
    if ($customs && !isset($customs['countries'][$inputs['country']])) {
        storeyard_fail("WooCommerce does not support the country {$inputs['country']}.");
    }
    if ($customs && !in_array($inputs['currency'], $customs['currencies'], true)) {
        storeyard_fail("WooCommerce does not support the currency {$inputs['currency']}.");
    }
}

/** WooCommerce's countries and currencies, as the image's build wrote them; empty during the build. */
function storeyard_customs(): array
{
    return json_decode((string) @file_get_contents('/usr/share/storeyard/customs.json'), true) ?: [];
}

/**
 * Steps that have to run in WordPress before the inputs can be applied; none for a shop that starts from the prepared
 * database. Activation and configuration need separate runs, because WooCommerce's tables exist only after the run that
 * activates it has ended.
 */
function storeyard_missing_steps(?string $installed, array $inputs, array $applied): array
{
    $steps = $installed === null ? ['install'] : [];
    if ($inputs['type'] === 'woocommerce' && $installed !== 'woocommerce') {
        $steps = [...$steps, 'activate', 'configure'];
    }
    $newImage = $applied !== [] && $applied['image'] !== $inputs['image'];
    return $newImage ? ['upgrade', ...$steps] : $steps;
}
