<?php
/** The payment method of verifications: takes no money, and exists in the platform's own requests alone. */
defined('ABSPATH') || exit;

final class Storeyard_Verification_Gateway extends WC_Payment_Gateway
{
    public function __construct()
    {
        $this->id = STOREYARD_PAYMENT_METHOD;
        $this->title = 'Storeyard verification';
        $this->method_title = $this->title;
        $this->enabled = 'yes';
        $this->supports = ['products'];
    }

    public function is_available(): bool
    {
        return true;
    }

    /** @return array{result: string, redirect: string} */
    public function process_payment($order_id): array
    {
        $order = wc_get_order($order_id);
        $order->update_status('processing');
        return ['result' => 'success', 'redirect' => $order->get_checkout_order_received_url()];
    }
}
