<?php
require_once ABSPATH . 'wp-admin/includes/image.php';
require_once ABSPATH . 'wp-admin/includes/media.php';
require_once ABSPATH . 'wp-admin/includes/file.php';

function storeyard_create_sample_product(): void
{
    $product = new WC_Product_Simple(storeyard_find_post('canvas-tote-bag', 'product'));
    $product->set_name('Canvas tote bag');
    $product->set_slug('canvas-tote-bag');
    $product->set_short_description('A sturdy shopping bag. Replace it with your first product.');
    $product->set_description('Heavy cotton canvas with long handles. This sample product shows how the shop looks and lets you try a purchase. Change it or delete it.');
    $product->set_regular_price('18');
    $product->set_weight('0.2');
    $product->set_image_id($product->get_image_id() ?: storeyard_create_sample_picture());
    $product->set_status('publish');
    update_option('storeyard_sample_product', (string) $product->save());
}

/** Finds a post that an earlier, killed run created; 0 if there is none. */
function storeyard_find_post(string $name, string $type): int
{
    return (int) (get_posts(['name' => $name, 'post_type' => $type, 'post_status' => 'any', 'fields' => 'ids'])[0] ?? 0);
}

/** Adds the product's picture to the media library. */
function storeyard_create_sample_picture(): int
{
    $existing = storeyard_find_post('canvas-tote-bag-picture', 'attachment');
    if ($existing) {
        return $existing;
    }
    $file = wp_upload_dir()['path'] . '/canvas-tote-bag.webp';
    wp_mkdir_p(dirname($file));
    copy('/usr/share/storeyard/pictures/canvas-tote-bag.webp', $file);
    $id = wp_insert_attachment([
        'post_title' => 'Canvas tote bag',
        'post_name' => 'canvas-tote-bag-picture',
        'post_mime_type' => 'image/webp',
        'post_status' => 'inherit',
    ], $file);
    update_post_meta($id, '_wp_attachment_image_alt', 'A canvas tote bag');
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
    return $id;
}
