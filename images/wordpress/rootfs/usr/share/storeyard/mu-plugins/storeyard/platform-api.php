<?php
/** The platform's endpoints. Requests without the correct key get 404, and the index does not list them. */
defined('ABSPATH') || exit;

add_action('rest_api_init', static function (): void {
    $key = storeyard_secret('platform-key');
    if ($key === '' || !hash_equals($key, $_SERVER['HTTP_X_STOREYARD_KEY'] ?? '')) {
        return;
    }
    $route = static fn (string $path, string $method, callable $answer) => register_rest_route('storeyard/v1', $path, [
        'methods' => $method,
        'callback' => $answer,
        'permission_callback' => '__return_true',
    ], false);

    $route('/status', 'GET', static fn () => [
        'wordpress' => get_bloginfo('version'),
        'woocommerce' => defined('WC_VERSION') ? WC_VERSION : null,
        'php' => PHP_VERSION,
        'mariadb' => preg_replace('/-.*/', '', $GLOBALS['wpdb']->db_server_info()),
        'setup' => get_option('storeyard_applied') !== false,
        'environment' => wp_get_environment_type(),
    ]);
    $route('/sign-ins', 'POST', static function () {
        $made = storeyard_make_ticket();
        return is_wp_error($made) ? $made : new WP_REST_Response($made, 201);
    });
    if (!class_exists('WooCommerce')) {
        return;
    }
    $route('/proofs', 'POST', static function () {
        storeyard_delete_proofs();
        $proof = ['product_id' => storeyard_create_proof_product(), 'address' => storeyard_proof_address()];
        return new WP_REST_Response($proof, 201);
    });
    $route('/proofs', 'DELETE', static fn () => storeyard_delete_proofs());
    $route('/proofs/orders/(?P<id>\d+)', 'GET', static function (WP_REST_Request $request) {
        $order = wc_get_order((int) $request['id']);
        if (!storeyard_is_proof_order($order)) {
            return new WP_Error('storeyard_no_proof', 'There is no test order with this number.', ['status' => 404]);
        }
        return [
            'id' => $order->get_id(),
            'status' => $order->get_status(),
            'total' => $order->get_total(),
            'currency' => $order->get_currency(),
            'items' => array_values(array_map(static fn ($item) => [
                'product_id' => $item->get_product_id(),
                'quantity' => $item->get_quantity(),
            ], $order->get_items())),
        ];
    });
});
