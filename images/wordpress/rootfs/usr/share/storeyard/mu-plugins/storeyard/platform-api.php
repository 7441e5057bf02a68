<?php
/** The platform's endpoints. Requests without the correct key get 404, and the index does not list them. */
defined('ABSPATH') || exit;

add_action('rest_api_init', static function (): void {
    if (!storeyard_is_platform_request()) {
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
        'safe_mode' => is_file(STOREYARD_SAFE_MODE_FILE),
        'features' => ['safe_mode', 'owner_password', 'verification_session', 'runtime_settings', 'page_cache'],
    ]);
    $route('/sign-ins', 'POST', static function (WP_REST_Request $request) {
        $made = storeyard_make_ticket($request['safe_mode'] === true);
        return is_wp_error($made) ? $made : new WP_REST_Response($made, 201);
    });
    $route('/owner-password', 'PUT', static fn (WP_REST_Request $request) => storeyard_set_owner_password(
        (string) $request['password'],
        $request['revoke_application_passwords'] === true,
    ));
    $route('/safe-mode', 'PUT', static fn (WP_REST_Request $request) => storeyard_set_safe_mode_for_all($request['on'] === true));
    $route('/page-cache', 'GET', static fn () => storeyard_page_cache_state());
    $route('/page-cache', 'PUT', static fn (WP_REST_Request $request) => storeyard_set_page_cache($request['on'] === true));
    $route('/page-cache', 'DELETE', static function () {
        storeyard_remove_pages(null);
        return storeyard_page_cache_state();
    });
    if (!class_exists('WooCommerce')) {
        return;
    }
    // The paths say "proofs" because stores keep older images, which know no other.
    $route('/proofs', 'POST', static function () {
        storeyard_delete_verifications();
        return new WP_REST_Response([
            'product_id' => storeyard_create_verification_product(),
            'address' => storeyard_verification_address(),
            'payment_method' => STOREYARD_PAYMENT_METHOD,
        ], 201);
    });
    $route('/proofs', 'DELETE', static fn () => storeyard_delete_verifications());
    $route('/proofs/orders/(?P<id>\d+)', 'GET', static function (WP_REST_Request $request) {
        $order = wc_get_order((int) $request['id']);
        if (!storeyard_is_verification_order($order)) {
            return new WP_Error('storeyard_no_test_order', 'There is no test order with this number.', ['status' => 404]);
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
