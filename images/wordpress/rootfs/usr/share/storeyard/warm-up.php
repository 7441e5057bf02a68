<?php
/** Sends the first request, which loads the compiled code into PHP-FPM's memory, so that no visitor waits for it. */
$host = preg_replace('~^https?://~', '', getenv('STORE_URL') ?: 'localhost');
$path = getenv('STORE_TYPE') === 'woocommerce' ? '/wp-json/wc/store/v1/cart' : '/';
for ($tries = 0; $tries < 100; $tries++) {
    $connection = @stream_socket_client('tcp://127.0.0.1:' . getenv('SHOP_PORT'), $code, $error, 1);
    if ($connection) {
        fwrite($connection, "GET $path HTTP/1.1\r\nHost: $host\r\nUser-Agent: warm-up\r\nConnection: close\r\n\r\n");
        stream_set_timeout($connection, 20);
        while (!feof($connection) && fread($connection, 65536) !== false && !stream_get_meta_data($connection)['timed_out']);
        exit;
    }
    usleep(20_000);
}
