<?php
/** Calls the running shop to run its due cron events: it has the merchant's plugins and cached code. */
require __DIR__ . '/settings.php';

$host = preg_replace('~^https?://~', '', storeyard_setting('STORE_URL'));
$request = curl_init(rtrim(storeyard_setting('SHOP_ORIGIN'), '/') . '/wp-cron.php?doing_wp_cron');
curl_setopt_array($request, [
    CURLOPT_HTTPHEADER => ["Host: $host"],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_CONNECTTIMEOUT => 5,
    CURLOPT_TIMEOUT => 110,
]);
curl_exec($request);
$status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
if ($status !== 200) {
    fwrite(STDERR, "The shop didn't run its cron events: " . (curl_error($request) ?: "HTTP $status") . "\n");
    exit(1);
}
