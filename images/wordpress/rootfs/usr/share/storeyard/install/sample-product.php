<?php
require_once ABSPATH . 'wp-admin/includes/image.php';
require_once ABSPATH . 'wp-admin/includes/media.php';
require_once ABSPATH . 'wp-admin/includes/file.php';

function storeyard_create_sample_product(): void
{
    $product = new WC_Product_Simple(storeyard_find_post('canvas-tote-bag', 'product'));
    $product->set_name('Canvas tote bag');
    $product->set_slug('canvas-tote-bag');
    $product->set_short_description('A sturdy bag for the market. Replace it with the first thing you sell.');
    $product->set_description('Heavy cotton canvas, long handles, room for a week of vegetables. This product comes with the shop, so that there is something to look at and to buy: change it or delete it.');
    $product->set_regular_price('18');
    $product->set_weight('0.2');
    $product->set_image_id($product->get_image_id() ?: storeyard_create_sample_picture());
    $product->set_status('publish');
    update_option('storeyard_sample_product', (string) $product->save());
}

/** What an earlier run made that was killed before its end. */
function storeyard_find_post(string $name, string $type): int
{
    return (int) (get_posts(['name' => $name, 'post_type' => $type, 'post_status' => 'any', 'fields' => 'ids'])[0] ?? 0);
}

/** A drawn bag: no licence to keep, and any size of it is crisp. */
function storeyard_create_sample_picture(): int
{
    $existing = storeyard_find_post('canvas-tote-bag-picture', 'attachment');
    if ($existing) {
        return $existing;
    }
    $file = wp_upload_dir()['path'] . '/canvas-tote-bag.webp';
    wp_mkdir_p(dirname($file));
    imagewebp(storeyard_draw_bag(1000), $file, 85);
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

function storeyard_draw_bag(int $size): GdImage
{
    // Drawn at twice the size and scaled down: GD has no other smoothing for thick lines.
    $s = $size * 2 / 1000;
    $image = imagecreatetruecolor($size * 2, $size * 2);
    $color = static fn (int $r, int $g, int $b) => imagecolorallocate($image, $r, $g, $b);
    imagefill($image, 0, 0, $color(244, 240, 232));
    imagefilledellipse($image, (int) (500 * $s), (int) (868 * $s), (int) (640 * $s), (int) (56 * $s), $color(226, 219, 206));
    $strap = $color(176, 141, 98);
    for ($width = 0; $width < 30 * $s; $width++) {
        imagearc($image, (int) (500 * $s), (int) (400 * $s), (int) (300 * $s - $width), (int) (560 * $s - $width), 180, 360, $strap);
        imagearc($image, (int) (500 * $s), (int) (400 * $s), (int) (300 * $s - $width), (int) (560 * $s - $width) + 1, 180, 360, $strap);
    }
    $points = static fn (array $list) => array_map(static fn ($value) => (int) ($value * $s), $list);
    imagefilledpolygon($image, $points([230, 380, 770, 380, 812, 860, 188, 860]), $color(222, 198, 160));
    imagefilledpolygon($image, $points([230, 380, 770, 380, 774, 430, 226, 430]), $color(206, 179, 138));
    imagefilledpolygon($image, $points([640, 430, 774, 430, 812, 860, 690, 860]), $color(212, 187, 147));
    imagefilledpolygon($image, $points(storeyard_leaf_points(490, 645, 120, 62)), $color(92, 122, 92));
    imagesetthickness($image, (int) (6 * $s));
    imageline($image, (int) (405 * $s), (int) (730 * $s), (int) (535 * $s), (int) (600 * $s), $color(222, 198, 160));
    return imagescale($image, $size, $size, IMG_BICUBIC);
}

/** The outline of a leaf that leans to the right by 45 degrees: x, y, x, y, … */
function storeyard_leaf_points(int $x, int $y, int $length, int $width): array
{
    $points = [];
    for ($step = 0; $step < 80; $step++) {
        $angle = 2 * M_PI * $step / 80;
        $along = -cos($angle) * $length;
        $across = sin($angle) * abs(sin($angle)) * $width;
        array_push($points, $x + ($along - $across) * M_SQRT1_2, $y - ($along + $across) * M_SQRT1_2);
    }
    return $points;
}
