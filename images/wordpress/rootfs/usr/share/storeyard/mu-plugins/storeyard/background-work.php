<?php
/**
 * Background work runs in requests of its own, so that page views and checkouts do not do it: within seconds after it was
 * scheduled (/usr/local/bin/run-queue), and by the CronJob as a fallback.
 */
defined('ABSPATH') || exit;

const STOREYARD_QUEUE_PIPE = '/run/storeyard/queue';
/** Work that is due later is left to the CronJob, which runs every five minutes. */
const STOREYARD_QUEUE_SECONDS = 300;
/** Between two runs when work is due again at once, such as an action that always fails. */
const STOREYARD_QUEUE_PAUSE_SECONDS = 10;

// A request to itself would occupy one of the few children for a second.
add_filter('action_scheduler_allow_async_request_runner', '__return_false');

// Run the database updates of a newer WooCommerce automatically.
add_filter('woocommerce_enable_auto_update_db', '__return_true');

/** Tells the runner when work is due. Never waits: a full pipe or no runner means that the CronJob does it. */
function storeyard_tell_queue(int $due): void
{
    if ($due > time() + STOREYARD_QUEUE_SECONDS || !file_exists(STOREYARD_QUEUE_PIPE)) {
        return;
    }
    $pipe = @fopen(STOREYARD_QUEUE_PIPE, 'r+');
    if ($pipe !== false) {
        stream_set_blocking($pipe, false);
        fwrite($pipe, "$due\n");
        fclose($pipe);
    }
}

/** Notes work of this request. The runner hears of the earliest once, after the page was made. */
function storeyard_note_work(int $due): void
{
    static $earliest = null;
    if ($earliest === null) {
        add_action('shutdown', static function () use (&$earliest): void {
            storeyard_tell_queue($earliest);
        }, PHP_INT_MAX);
    }
    $earliest = min($earliest ?? $due, $due);
}

/** Unix time of the next action in WooCommerce's queue; null if there is none. */
function storeyard_next_action(): ?int
{
    if (!class_exists('ActionScheduler') || !ActionScheduler::is_initialized()) {
        return null;
    }
    $store = ActionScheduler::store();
    $next = $store->query_actions(['status' => 'pending', 'orderby' => 'date', 'order' => 'ASC', 'per_page' => 1]);
    return $next === [] ? null : $store->get_date(current($next))->getTimestamp();
}

if (wp_doing_cron()) {
    // The queue itself runs its own event at most once a minute.
    add_action('wp_loaded', static function (): void {
        if (class_exists('ActionScheduler') && ActionScheduler::is_initialized()) {
            ActionScheduler::runner()->run('Storeyard');
        }
    }, PHP_INT_MAX);
    add_action('shutdown', static function (): void {
        $times = array_filter([array_key_first(wp_get_ready_cron_jobs() ?: _get_cron_array() ?: []), storeyard_next_action()]);
        if ($times !== []) {
            storeyard_tell_queue(max(min($times), time() + STOREYARD_QUEUE_PAUSE_SECONDS));
        }
    }, PHP_INT_MAX);
} else {
    add_filter('schedule_event', static function ($event) {
        if (is_object($event)) {
            storeyard_note_work((int) $event->timestamp);
        }
        return $event;
    }, PHP_INT_MAX);
    add_action('action_scheduler_stored_action', static function ($id): void {
        storeyard_note_work(ActionScheduler::store()->get_date($id)->getTimestamp());
    });
}
