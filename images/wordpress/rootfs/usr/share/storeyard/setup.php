<?php
/**
 * Makes the shop what its pod says: run at every start, before Apache. It can be killed at any line: what was applied
 * is recorded last, and applying it again changes nothing. Later starts apply only what differs from the record, so
 * that what the owner changed in wp-admin stays.
 */
require __DIR__ . '/settings.php';
require __DIR__ . '/setup/inputs.php';
require __DIR__ . '/setup/wait-for-database.php';

function storeyard_fail(string $message): never
{
    fwrite(STDERR, "Set-up failed: $message\n");
    exit(1);
}

$started = hrtime(true);
$inputs = storeyard_inputs();
$database = storeyard_wait_for_database();
$waited = hrtime(true);

$installed = storeyard_stored_option($database, 'storeyard_installed');
if ($inputs['type'] === 'woocommerce' && !is_file(WOOCOMMERCE_FILE)) {
    storeyard_fail('the shop is of type woocommerce, but this image was built without WooCommerce.');
}
if ($installed === null || ($inputs['type'] === 'woocommerce' && $installed !== 'woocommerce')) {
    // No prepared database: each step is a PHP run of its own, as WooCommerce needs it.
    foreach (storeyard_install_steps($inputs['type']) as $step) {
        passthru(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(__DIR__ . '/install.php') . ' ' . $step, $status);
        if ($status !== 0) {
            storeyard_fail("the installation stopped at the step $step.");
        }
    }
}

$applied = json_decode(storeyard_stored_option($database, 'storeyard_applied') ?? '{}', true) ?: [];
$database->close();
$changed = array_diff_assoc($inputs, $applied);
if ($changed !== []) {
    require __DIR__ . '/setup/apply.php';
    storeyard_apply($inputs, $changed, first: $applied === []);
}
fprintf(STDERR, "Set-up done: waited %d ms for the database, applied %s in %d ms.\n", ($waited - $started) / 1e6,
    $changed === [] ? 'nothing' : implode(', ', array_keys($changed)), (hrtime(true) - $waited) / 1e6);
