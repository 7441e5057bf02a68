<?php
/** Builds an address in the shop's country that its checkout accepts, including state and postcode. */
defined('ABSPATH') || exit;

function storeyard_verification_address(): array {
    $country = WC()->countries->get_base_country();
    // False if WooCommerce has no list of states: then the state is free text, and often required.
    $states = WC()->countries->get_states($country);
    return [
        'country' => $country,
        'state' => $states === false ? 'Test State' : (string) (array_key_first($states) ?? ''),
        'postcode' => storeyard_verification_postcode($country),
        'city' => 'Test City',
    ];
}

/** Returns the first of these sample postcodes, one of each known format, that WooCommerce accepts in the country. */
function storeyard_verification_postcode(string $country): string {
    $forms = [
        '10115', '1010', '101000', '101', '10-115', '101 15', '1010 AB', '1010-101', '10115-000', '100-0001',
        'SW1A 1AA', 'K1A 0B1', 'D02 AF30', 'LV-1010', 'SI-1010', 'AD500', '1010101', '71000', '9485',
    ];
    foreach ($forms as $form) {
        if (WC_Validation::is_postcode($form, $country)) {
            return $form;
        }
    }
    return $forms[0];
}
