<?php

const WOOCOMMERCE_FILE = '/usr/share/storeyard/plugins/woocommerce/woocommerce.php';

/** What the set-up depends on. The password is no part of it: it is set once and then the owner's. */
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
    if ($inputs['type'] === 'woocommerce') {
        $inputs['country'] = storeyard_setting('STORE_COUNTRY', 'US');
        $inputs['currency'] = storeyard_setting('STORE_CURRENCY', 'USD');
        $inputs['sample_product'] = storeyard_setting('STORE_SAMPLE_PRODUCT', 'true') === 'true' ? 'true' : 'false';
    }
    return $inputs;
}

/** The three steps can't share a run: WooCommerce's tables appear only after the request that activated it has ended. */
function storeyard_install_steps(string $type): array
{
    return $type === 'woocommerce' ? ['install', 'activate', 'configure'] : ['install'];
}
