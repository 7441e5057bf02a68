<?php
/**
 * Applies the pod's settings to the shop. Runs at every start, before nginx and PHP-FPM. It can be killed at any line, because
 * settings are applied and recorded in one transaction. Later starts apply only what differs from the record, so that the
 * owner's changes in wp-admin are kept.
 */
require __DIR__ . '/settings.php';
require __DIR__ . '/setup/inputs.php';
require __DIR__ . '/setup/volume.php';
require __DIR__ . '/setup/database.php';
require __DIR__ . '/setup/apply.php';
require __DIR__ . '/setup/apply-language.php';
require __DIR__ . '/setup/apply-woocommerce.php';
require __DIR__ . '/copy-language.php';

function storeyard_fail(string $message): never
{
    fwrite(STDERR, "Set-up failed: $message\n");
    exit(1);
}

/** Steps that need WordPress run in separate PHP processes: see install.php. */
function storeyard_run_step(string $step): void
{
    passthru(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(__DIR__ . '/install.php') . " $step", $status);
    if ($status !== 0) {
        storeyard_fail("it stopped at the step $step.");
    }
}

$started = hrtime(true);
$inputs = storeyard_inputs();
storeyard_prepare_volume();
$database = storeyard_wait_for_database();
$waited = hrtime(true);

$installed = storeyard_find_option($database, 'storeyard_installed');
$applied = json_decode(storeyard_find_option($database, 'storeyard_applied') ?? '{}', true) ?: [];
$steps = storeyard_missing_steps($installed, $inputs, $applied);
if ($steps !== [] && $installed !== null) {
    storeyard_break_locks($database);
}
foreach ($steps as $step) {
    storeyard_run_step($step);
}
$changed = array_diff_assoc($inputs, $applied);
if ($changed !== []) {
    storeyard_apply($database, $inputs, $changed, first: $applied === []);
}
storeyard_copy_language(storeyard_find_option($database, 'WPLANG') ?? '');
fprintf(
    STDERR,
    "Set-up done: waited %d ms for the database, applied %s in %d ms.\n",
    ($waited - $started) / 1e6,
    $changed === [] ? 'nothing' : implode(', ', array_keys($changed)),
    (hrtime(true) - $waited) / 1e6,
);
