<?php

/** Tries until the database answers; says every ten seconds why it doesn't. Kubernetes' startup probe is the deadline. */
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

/** An option's value read without WordPress; null where there is none, or no table yet. */
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

/** How the option is loaded stays as WordPress has it; a new one is loaded with all others. */
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

/** WooCommerce's installer lets nobody else in for ten minutes, even where it was killed. Here nobody else runs. */
function storeyard_break_locks(mysqli $database): void
{
    $database->query("DELETE FROM wp_options WHERE option_name IN ('wc_installing', '_transient_wc_installing', '_transient_timeout_wc_installing')");
}
