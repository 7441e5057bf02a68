<?php
/**
 * GD edits pictures before ImageMagick: it needs less memory for large ones, and PHP's memory limit counts it. WordPress takes
 * the first editor that knows the format, so HEIC and PDF are ImageMagick's.
 */
defined('ABSPATH') || exit;

add_filter('wp_image_editors', static function ($editors) {
    $editors = (array) $editors;
    $rest = array_values(array_diff($editors, ['WP_Image_Editor_Imagick']));
    return count($rest) < count($editors) ? [...$rest, 'WP_Image_Editor_Imagick'] : $editors;
});
