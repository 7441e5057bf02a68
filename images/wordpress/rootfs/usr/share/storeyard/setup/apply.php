<?php

/** @param array<string, string> $changed inputs that are not applied yet */
function storeyard_apply(mysqli $database, array $inputs, array $changed, bool $first): void
{
    if ($first) {
        storeyard_copy_seed($inputs['type']);
    }
    $database->begin_transaction();
    $options = [];
    if ($first) {
        storeyard_refresh_prepared($database);
        storeyard_claim_admin($database, $inputs);
        $options['admin_email_lifespan'] = (string) strtotime('+6 months');
    }
    if (isset($changed['url'])) {
        storeyard_move_addresses($database, $inputs['url']);
        $options += ['siteurl' => $inputs['url'], 'home' => $inputs['url']];
    }
    if (isset($changed['title'])) {
        $options['blogname'] = htmlspecialchars($inputs['title'], ENT_QUOTES);
    }
    if (isset($changed['admin_email'])) {
        $options['admin_email'] = $inputs['admin_email'];
    }
    if (isset($changed['language'])) {
        $options += storeyard_language_options($inputs['language'], storeyard_setting('STORE_COUNTRY', 'US'));
    }
    if (isset($changed['time_zone'])) {
        $options += ['timezone_string' => $inputs['time_zone'], 'gmt_offset' => ''];
    }
    if ($inputs['type'] === 'woocommerce') {
        $options += storeyard_woocommerce_options($database, $inputs, $changed, $first);
    }
    storeyard_set_options($database, $options + ['storeyard_applied' => json_encode($inputs)]);
    $database->commit();

    // A merchant's object cache would hide the change.
    if (!$first && is_file('/var/lib/shop/object-cache.php')) {
        storeyard_run_step('flush');
    }
}

/** The prepared database is as old as the image, so its transients expire relative to now. */
function storeyard_refresh_prepared(mysqli $database): void
{
    $prepared = (int) storeyard_find_option($database, 'storeyard_prepared');
    if ($prepared === 0) {
        return;
    }
    $database->execute_query(
        "UPDATE wp_options SET option_value = option_value + ?
         WHERE option_name LIKE '\_transient\_timeout\_%' OR option_name LIKE '\_site\_transient\_timeout\_%'",
        [time() - $prepared],
    );
}

/** User 1 of the prepared database can't sign in. This makes it the owner's account. */
function storeyard_claim_admin(mysqli $database, array $inputs): void
{
    $password = storeyard_find_secret('admin-password') ?? storeyard_fail('the Secret has no admin-password.');
    $database->execute_query(
        'UPDATE wp_users SET user_login = ?, user_nicename = ?, display_name = ?, user_email = ?, user_pass = ?,
         user_registered = UTC_TIMESTAMP() WHERE ID = 1',
        [
            $inputs['admin_user'],
            trim(preg_replace('~[^a-z0-9]+~', '-', strtolower($inputs['admin_user'])), '-') ?: 'owner',
            $inputs['admin_user'],
            $inputs['admin_email'],
            storeyard_hash_password($password),
        ],
    );
    $database->execute_query(
        "UPDATE wp_usermeta SET meta_value = ? WHERE user_id = 1 AND meta_key = 'nickname'",
        [$inputs['admin_user']],
    );
}

/**
 * Like WordPress's wp_hash_password(), at a lower cost: the platform's passwords are long and random, and the usual cost
 * would add 0.25 s to the first start. WordPress hashes the password again when the owner first signs in.
 */
function storeyard_hash_password(string $password): string
{
    $digest = base64_encode(hash_hmac('sha384', trim($password), 'wp-sha384', true));
    return '$wp' . password_hash($digest, PASSWORD_BCRYPT, ['cost' => 8]);
}

/** Replaces whole addresses in texts (pictures, links). Options and metadata are serialized, and are not changed. */
function storeyard_move_addresses(mysqli $database, string $url): void
{
    $old = storeyard_find_option($database, 'home');
    if ($old === null || $old === $url) {
        return;
    }
    $columns = ['wp_posts.guid', 'wp_posts.post_content', 'wp_wc_product_download_directories.url'];
    foreach ($columns as $column) {
        [$table, $name] = explode('.', $column);
        if ($database->query("SHOW TABLES LIKE '$table'")->num_rows === 0) {
            continue;
        }
        $database->execute_query("UPDATE $table SET $name = REPLACE($name, ?, ?) WHERE INSTR($name, ?) > 0", [$old, $url, $old]);
    }
}
