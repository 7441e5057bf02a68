<?php
/** Reads the shop's settings: environment variables, and secrets as files. */

const STOREYARD_SECRETS = '/run/secrets/storeyard/';

function storeyard_setting(string $name, string $default = ''): string
{
    $value = getenv($name);
    return $value === false || $value === '' ? $default : $value;
}

function storeyard_secret(string $name): string
{
    $value = @file_get_contents(STOREYARD_SECRETS . $name);
    return $value === false ? '' : trim($value);
}

/** Derives one of WordPress's eight keys and salts from the shop's random string. */
function storeyard_salt(string $name): string
{
    static $secret;
    $secret ??= storeyard_secret('wordpress-salt');
    return hash_hmac('sha256', $name, $secret);
}

function storeyard_connect(int $timeoutSeconds = 3): mysqli
{
    mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
    [$host, $port] = explode(':', storeyard_setting('DATABASE_HOST', '127.0.0.1')) + [1 => '3306'];
    $connection = mysqli_init();
    $connection->options(MYSQLI_OPT_CONNECT_TIMEOUT, $timeoutSeconds);
    $connection->real_connect($host, 'wordpress', storeyard_secret('database-password'), 'wordpress', (int) $port);
    $connection->set_charset('utf8mb4');
    return $connection;
}
