<?php
/** The test orders that the platform places, their product, and how both are removed without a trace. */
defined('ABSPATH') || exit;

const STOREYARD_VERIFICATION_EMAIL = 'proof@storeyard.invalid';
const STOREYARD_VERIFICATION_MARK = '_storeyard_proof';

function storeyard_is_verification_order($order): bool
{
    return $order instanceof WC_Abstract_Order && $order->get_billing_email() === STOREYARD_VERIFICATION_EMAIL;
}

function storeyard_is_verification_product($product): bool
{
    return $product instanceof WC_Product && $product->get_meta(STOREYARD_VERIFICATION_MARK) === '1';
}

// Actions that WooCommerce queues for a test order run later, without the platform's key.
add_filter('woocommerce_webhook_should_deliver', static function ($should, $webhook, $id) {
    return $should && !storeyard_is_verification_order(is_numeric($id) ? wc_get_order((int) $id) : $id);
}, PHP_INT_MAX, 3);
add_filter('pre_wp_mail', static function ($sent, array $mail) {
    return in_array(STOREYARD_VERIFICATION_EMAIL, (array) $mail['to'], true) ? true : $sent;
}, 10, 2);

function storeyard_create_verification_product(): int
{
    $product = new WC_Product_Simple();
    $product->set_name('Test product');
    $product->set_status('private');
    $product->set_catalog_visibility('hidden');
    $product->set_regular_price('1');
    $product->set_virtual(true);
    $product->set_tax_status('none');
    $product->set_reviews_allowed(false);
    $product->set_manage_stock(false);
    $product->add_meta_data(STOREYARD_VERIFICATION_MARK, '1');
    return $product->save();
}

/** @return array{orders: int, products: int} numbers of permanently removed orders and products */
function storeyard_delete_verifications(): array
{
    $products = get_posts([
        'post_type' => 'product',
        'post_status' => 'any',
        'meta_key' => STOREYARD_VERIFICATION_MARK,
        'numberposts' => -1,
        'fields' => 'ids',
    ]);
    $orders = wc_get_orders([
        'billing_email' => STOREYARD_VERIFICATION_EMAIL,
        'status' => array_merge(array_keys(wc_get_order_statuses()), ['checkout-draft', 'trash']),
        'limit' => -1,
        'return' => 'ids',
    ]);
    $orders = array_unique(array_merge($orders, storeyard_orders_of($products)));
    foreach (array_filter(array_map('wc_get_order', $orders)) as $order) {
        storeyard_delete_order($order);
    }
    storeyard_delete_verification_traces($products);
    foreach ($products as $id) {
        wc_get_product($id)?->delete(true);
        storeyard_forget_actions($id);
    }
    storeyard_return_numbers();
    return ['orders' => count($orders), 'products' => count($products)];
}

/**
 * Orders and products take their numbers from these tables. The numbers that a verification took are given back: InnoDB
 * sets a counter that is too low to the highest number in use plus one.
 */
function storeyard_return_numbers(): void
{
    global $wpdb;
    $wpdb->query('SET SESSION lock_wait_timeout = 2');
    $suppressed = $wpdb->suppress_errors();
    foreach ([$wpdb->posts, $wpdb->comments, "{$wpdb->prefix}woocommerce_order_items", "{$wpdb->prefix}wc_customer_lookup"] as $table) {
        $wpdb->query("ALTER TABLE $table AUTO_INCREMENT = 1");
    }
    $wpdb->suppress_errors($suppressed);
}

/** Finds orders with one of these products: the draft of a refused checkout has no address yet. */
function storeyard_orders_of(array $products): array
{
    global $wpdb;
    $orders = [];
    foreach ($products as $id) {
        $orders[] = $wpdb->get_col($wpdb->prepare(
            "SELECT i.order_id FROM {$wpdb->prefix}woocommerce_order_items i"
            . " JOIN {$wpdb->prefix}woocommerce_order_itemmeta m ON m.order_item_id = i.order_item_id"
            . " WHERE m.meta_key = '_product_id' AND m.meta_value = %s",
            (string) $id
        ));
    }
    return array_map('intval', array_merge([], ...$orders));
}

function storeyard_delete_order(WC_Order $order): void
{
    global $wpdb;
    $id = $order->get_id();
    $log = $order->get_meta('_debug_log_source') ?: $order->get_meta('_debug_log_source_pending_deletion');
    if ($log) {
        wc_get_logger()->clear($log);
    }
    $order->delete(true);
    foreach (['wc_order_stats', 'wc_order_product_lookup', 'wc_order_coupon_lookup', 'wc_order_tax_lookup', 'wc_reserved_stock'] as $table) {
        $wpdb->delete($wpdb->prefix . $table, ['order_id' => $id]);
    }
    $wpdb->query($wpdb->prepare("DELETE m FROM $wpdb->commentmeta m JOIN $wpdb->comments c ON c.comment_ID = m.comment_id WHERE c.comment_post_ID = %d", $id));
    $wpdb->delete($wpdb->comments, ['comment_post_ID' => $id]);
    storeyard_forget_actions($id);
}

/** Removes scheduled actions of a removed order or product. Their first argument is its number. */
function storeyard_forget_actions(int $id): void
{
    global $wpdb;
    $wpdb->query($wpdb->prepare("DELETE FROM {$wpdb->prefix}actionscheduler_actions WHERE status = 'pending' AND (args = %s OR args LIKE %s)", "[$id]", "[$id,%"));
}

/** Removes the customer that analytics created for the billing address, and the sessions of the test orders' carts. */
function storeyard_delete_verification_traces(array $products): void
{
    global $wpdb;
    $wpdb->delete($wpdb->prefix . 'wc_customer_lookup', ['email' => STOREYARD_VERIFICATION_EMAIL]);
    $traces = array_merge([STOREYARD_VERIFICATION_EMAIL], array_map(static fn ($id) => "s:10:\"product_id\";i:$id;", $products));
    foreach ($traces as $trace) {
        $wpdb->query($wpdb->prepare("DELETE FROM {$wpdb->prefix}woocommerce_sessions WHERE session_value LIKE %s", '%' . $wpdb->esc_like($trace) . '%'));
    }
}
