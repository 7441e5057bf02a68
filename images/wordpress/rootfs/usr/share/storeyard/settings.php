<?php
/** Reads the shop's settings: environment variables, and secrets as files. */

const STOREYARD_SECRETS = '/run/secrets/storeyard/';
const STOREYARD_GENERATION = '/tmp/storeyard/generation';

function storeyard_setting(string $name, string $default = ''): string
{
    $value = getenv($name);
    return $value === false || $value === '' ? $default : $value;
}

/**
 * One value of the Secret, or null where it is missing. The kubelet mounts a Secret's keys as links through `..data` and
 * swaps that link when the Secret changes. PHP remembers where links lead for minutes (realpath_cache_ttl), also after
 * their target is gone. readlink() does not use that memory, so the directory is looked up at each read.
 */
function storeyard_find_secret(string $name): ?string
{
    for ($tries = 0; $tries < 3; $tries++) {
        $directory = @readlink(STOREYARD_SECRETS . '..data');
        $value = @file_get_contents(STOREYARD_SECRETS . ($directory === false ? '' : "$directory/") . $name);
        if ($value !== false) {
            return trim($value) === '' ? null : trim($value);
        }
        // The directory was swapped between the two calls.
    }
    return null;
}

/** One value of the Secret. Throws where it is missing: an empty password would hide what is wrong. */
function storeyard_secret(string $name): string
{
    return storeyard_find_secret($name)
        ?? throw new RuntimeException('The secret ' . STOREYARD_SECRETS . "$name is missing or can't be read.");
}

/** Derives one of WordPress's eight keys and salts from the shop's random string. */
function storeyard_salt(string $name): string
{
    static $secret;
    $secret ??= storeyard_secret('wordpress-salt');
    return hash_hmac('sha256', $name, $secret);
}

/** Changes when a process outside of PHP-FPM wrote to the database: what PHP-FPM holds in memory is then old. */
function storeyard_generation(): string
{
    return (string) @file_get_contents(STOREYARD_GENERATION);
}

function storeyard_start_generation(): void
{
    @file_put_contents(STOREYARD_GENERATION, bin2hex(random_bytes(8)));
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
