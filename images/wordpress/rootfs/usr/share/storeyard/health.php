<?php
/** Reports ready when the set-up is done and the database answers. Does not load WordPress. */
require '/usr/share/storeyard/settings.php';

header('Content-Type: text/plain');
header('Cache-Control: no-store');
try {
    storeyard_connect()->query('SELECT 1');
    echo "ok\n";
} catch (mysqli_sql_exception $error) {
    http_response_code(503);
    echo "The database doesn't answer: {$error->getMessage()}\n";
} catch (RuntimeException $error) {
    http_response_code(503);
    error_log($error->getMessage());
    echo "{$error->getMessage()}\n";
}
