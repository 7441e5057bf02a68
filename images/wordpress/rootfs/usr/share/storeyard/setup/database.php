<?php

/** Connects to the database; prints the error every ten seconds. Kubernetes' startup probe is the deadline. */
function storeyard_wait_for_database(): mysqli
{
    $nextWord = microtime(true) + 5;
    while (true) {
        try {
            return storeyard_connect(timeoutSeconds: 1);
        } catch (mysqli_sql_exception $error) {
            if (microtime(true) >= $nextWord) {
                fwrite(STDERR, "Waiting for the database: {$error->getMessage()}\n");
                $nextWord = microtime(true) + 10;
            }
            usleep(25_000);
        }
    }
}

/** Reads an option without WordPress; null if there is no such option or no table yet. */
function storeyard_find_option(mysqli $database, string $name): ?string
{
    try {
        $rows = $database->execute_query('SELECT option_value FROM wp_options WHERE option_name = ?', [$name]);
        return $rows->fetch_row()[0] ?? null;
    } catch (mysqli_sql_exception $error) {
        if ($error->getCode() === 1146) {
            return null;
        }
        throw $error;
    }
}

/** Sets an option. Keeps its autoload setting; a new option is autoloaded. */
function storeyard_set_options(mysqli $database, array $options): void
{
    $statement = $database->prepare(
        "INSERT INTO wp_options (option_name, option_value, autoload) VALUES (?, ?, 'on')
         ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)",
    );
    foreach ($options as $name => $value) {
        $statement->execute([$name, $value]);
    }
}

/** Removes the lock of WooCommerce's installer, which stays for ten minutes after it was killed. Nothing else runs here. */
function storeyard_break_locks(mysqli $database): void
{
    $database->query("DELETE FROM wp_options WHERE option_name IN ('wc_installing', '_transient_wc_installing', '_transient_timeout_wc_installing')");
}
