<?php

/** @param array<string, string> $changed those of the inputs that aren't applied yet */
function storeyard_apply(array $inputs, array $changed, bool $first): void
{
    define('STOREYARD_SETUP', true);
    require_once '/var/www/html/wp-load.php';
    add_filter('pre_wp_mail', '__return_true');
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';

    // A newer image over an older volume.
    if ((int) get_option('db_version') !== (int) $GLOBALS['wp_db_version']) {
        wp_upgrade();
    }
    if ($first) {
        storeyard_copy_seed($inputs['type']);
        storeyard_claim_admin($inputs);
    } elseif (isset($changed['admin_email'])) {
        update_option('admin_email', $inputs['admin_email']);
    }
    if (isset($changed['url'])) {
        update_option('siteurl', $inputs['url']);
        update_option('home', $inputs['url']);
    }
    if (isset($changed['title'])) {
        update_option('blogname', $inputs['title']);
    }
    if ($inputs['type'] === 'woocommerce') {
        require_once __DIR__ . '/apply-woocommerce.php';
        storeyard_apply_woocommerce($inputs, $changed, $first);
    }
    update_option('storeyard_applied', wp_json_encode($inputs), false);
}

/** The prepared database's files: sample pictures and WooCommerce's protected folders. */
function storeyard_copy_seed(string $type): void
{
    $seed = "/usr/share/storeyard/seed/$type/uploads";
    if (!is_dir($seed)) {
        return;
    }
    $files = new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($seed, FilesystemIterator::SKIP_DOTS),
        RecursiveIteratorIterator::SELF_FIRST,
    );
    foreach ($files as $file) {
        $target = WP_CONTENT_DIR . '/uploads' . substr($file->getPathname(), strlen($seed));
        if ($file->isDir()) {
            is_dir($target) || mkdir($target, 0755, true);
        } elseif (!is_file($target)) {
            copy($file->getPathname(), "$target.part");
            rename("$target.part", $target);
        }
    }
}

/** User 1 comes with the prepared database and can't sign in; here it becomes the owner. */
function storeyard_claim_admin(array $inputs): void
{
    global $wpdb;
    $password = storeyard_secret('admin-password');
    if ($password === '') {
        storeyard_fail('the Secret has no admin-password.');
    }
    $wpdb->update($wpdb->users, [
        'user_login' => $inputs['admin_user'],
        'user_nicename' => sanitize_title($inputs['admin_user']),
        'display_name' => $inputs['admin_user'],
        'user_email' => $inputs['admin_email'],
        'user_pass' => storeyard_first_password_hash($password),
        'user_registered' => gmdate('Y-m-d H:i:s'),
    ], ['ID' => 1]);
    clean_user_cache(1);
    update_user_meta(1, 'nickname', $inputs['admin_user']);
    update_option('admin_email', $inputs['admin_email']);
}

/**
 * As wp_hash_password(), at a lower cost: the platform's passwords are long and random, and the default cost is a
 * quarter of a second of every start. WordPress hashes it anew at the owner's first sign-in.
 */
function storeyard_first_password_hash(string $password): string
{
    $hashed = base64_encode(hash_hmac('sha384', trim($password), 'wp-sha384', true));
    return '$wp' . password_hash($hashed, PASSWORD_BCRYPT, ['cost' => 8]);
}
