<?php
/** Visits the shop in this container: `php visit.php <type>`. Fails when a page returns an error. */
require '/usr/share/storeyard/settings.php';

final class Visitor
{
    private array $cookies = [];

    public function send(string $method, string $path, array $headers = [], ?string $body = null): array
    {
        $request = curl_init('http://127.0.0.1:' . getenv('SHOP_PORT') . $path);
        $answerHeaders = [];
        $cookie = implode('; ', array_map(fn ($name, $value) => "$name=$value", array_keys($this->cookies), $this->cookies));
        curl_setopt_array($request, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 120,
            CURLOPT_HTTPHEADER => ['Host: ' . preg_replace('~^https?://~', '', storeyard_setting('STORE_URL')), "Cookie: $cookie", ...$headers],
            CURLOPT_HEADERFUNCTION => function ($_, string $line) use (&$answerHeaders) {
                [$name, $value] = array_map('trim', explode(':', $line, 2)) + [1 => ''];
                $answerHeaders[strtolower($name)] = $value;
                if (strtolower($name) === 'set-cookie' && preg_match('~^([^=]+)=([^;]*)~', $value, $match)) {
                    $this->cookies[$match[1]] = $match[2];
                }
                return strlen($line);
            },
        ]);
        if ($body !== null) {
            curl_setopt($request, CURLOPT_POSTFIELDS, $body);
        }
        $text = curl_exec($request);
        $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
        printf("%s %d %4d ms %7d bytes %s %s\n", date('H:i:s'), $status, curl_getinfo($request, CURLINFO_TOTAL_TIME) * 1000, strlen((string) $text), $method, $path);
        return [$status, (string) $text, $answerHeaders];
    }

    public function get(string $path, int $expected = 200): string
    {
        [$status, $text] = $this->send('GET', $path);
        $this->expect($status, $expected, "GET $path", $text);
        return $text;
    }

    public function json(string $method, string $path, array $headers, ?array $body, int $expected): array
    {
        [$status, $text, $answer] = $this->send($method, $path, ['Content-Type: application/json', ...$headers], $body === null ? null : json_encode($body));
        $this->expect($status, $expected, "$method $path", $text);
        return [json_decode($text, true), $answer];
    }

    public function form(string $path, array $fields, int $expected): void
    {
        [$status, $text] = $this->send('POST', $path, [], http_build_query($fields));
        $this->expect($status, $expected, "POST $path", $text);
    }

    private function expect(int $status, int $expected, string $what, string $text): void
    {
        if ($status !== $expected || preg_match('~critical error on this website|Fatal error~', $text)) {
            fwrite(STDERR, "$what answered $status, not $expected:\n" . substr($text, 0, 2000) . "\n");
            exit(1);
        }
    }
}

function wait_for_shop(): void
{
    $deadline = microtime(true) + 300;
    while (@file_get_contents('http://127.0.0.1:' . getenv('SHOP_PORT') . '/storeyard-health') === false) {
        if (microtime(true) > $deadline) {
            fwrite(STDERR, "The shop did not start.\n");
            exit(1);
        }
        usleep(100_000);
    }
}

function place_order(): void
{
    $platform = new Visitor();
    $key = ['X-Storeyard-Key: ' . storeyard_secret('platform-key')];
    $platform->json('GET', '/wp-json/storeyard/v1/status', $key, null, 200);
    [$proof] = $platform->json('POST', '/wp-json/storeyard/v1/proofs', $key, null, 201);
    $shopper = new Visitor();
    [, $headers] = $shopper->json('GET', '/wp-json/wc/store/v1/cart', [], null, 200);
    $token = ['Cart-Token: ' . $headers['cart-token'], ...$key];
    $shopper = new Visitor();
    $shopper->json('POST', '/wp-json/wc/store/v1/cart/add-item', $token, ['id' => $proof['product_id'], 'quantity' => 1], 201);
    $address = $proof['address'] + [
        'first_name' => 'Order', 'last_name' => 'Proof', 'address_1' => '1 Test Street',
        'email' => 'proof@storeyard.invalid', 'phone' => '5555555555',
    ];
    [$order] = $shopper->json('POST', '/wp-json/wc/store/v1/checkout', $token, [
        'billing_address' => $address, 'shipping_address' => $address, 'payment_method' => $proof['payment_method'],
    ], 200);
    $platform->json('GET', "/wp-json/storeyard/v1/proofs/orders/{$order['order_id']}", $key, null, 200);
    $platform->json('DELETE', '/wp-json/storeyard/v1/proofs', $key, null, 200);
}

function sign_in(): Visitor
{
    $owner = new Visitor();
    $owner->get('/wp-login.php');
    $owner->form('/wp-login.php', [
        'log' => storeyard_setting('STORE_ADMIN_USER'), 'pwd' => storeyard_secret('admin-password'),
        'wp-submit' => 'Log In', 'redirect_to' => storeyard_setting('STORE_URL') . '/wp-admin/', 'testcookie' => '1',
    ], 302);
    return $owner;
}

wait_for_shop();
$woocommerce = $argv[1] === 'woocommerce';
for ($round = 0; $round < 2; $round++) {
    $guest = new Visitor();
    foreach (['/', '/wp-json/', '/feed/', '/wp-sitemap.xml'] as $path) {
        $guest->get($path);
    }
    $guest->get('/nothing-here/', 404);
    if ($woocommerce) {
        place_order();
        $guest->get('/product/canvas-tote-bag/');
        $guest->get('/?add-to-cart=' . storeyard_sample_product());
        foreach (['/cart/', '/checkout/', '/my-account/', '/wp-json/wc/store/v1/products'] as $path) {
            $guest->get($path);
        }
    }
    $owner = sign_in();
    $pages = ['', 'edit.php', 'post-new.php?post_type=page', 'upload.php', 'plugins.php', 'themes.php', 'users.php', 'profile.php', 'options-general.php', 'options-permalink.php', 'site-editor.php'];
    if ($woocommerce) {
        $pages = [...$pages, 'edit.php?post_type=product', 'post-new.php?post_type=product', 'admin.php?page=wc-orders', 'admin.php?page=wc-settings', 'admin.php?page=wc-settings&tab=checkout', 'admin.php?page=wc-admin'];
    }
    foreach ($pages as $page) {
        $owner->get("/wp-admin/$page");
    }
    $guest->get('/wp-cron.php?doing_wp_cron');
}

function storeyard_sample_product(): string
{
    $answer = storeyard_connect()->query("SELECT option_value FROM wp_options WHERE option_name = 'storeyard_sample_product'");
    return $answer->fetch_row()[0];
}
