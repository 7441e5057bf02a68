<?php
/** The prepared database contains a sample product. If the owner declined it, the first request removes it. */
defined('ABSPATH') || exit;

add_action('init', static function (): void {
    if (!function_exists('wc_get_product')) {
        return;
    }
    $sample = (string) get_option('storeyard_sample_product');
    if (!str_starts_with($sample, 'unwanted:')) {
        return;
    }
    $product = wc_get_product((int) substr($sample, strlen('unwanted:')));
    if ($product) {
        wp_delete_attachment((int) $product->get_image_id(), true);
        $product->delete(true);
    }
    update_option('storeyard_sample_product', '');
}, 20);
