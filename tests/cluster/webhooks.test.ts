import { expect, it } from "vitest";
import { ShopClient } from "@/lib/engines/shop-client";
import { placeOrder } from "@/lib/engines/woocommerce/place-order";
import { inShop, installPlugin, inWordPress } from "../support/in-shop";
import { kubectl } from "../support/kubectl";
import { readShopTarget } from "../support/shop-target";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();
const topics = [
  "order.created",
  "order.updated",
  "product.created",
  "product.updated",
  "product.deleted",
  "customer.created",
];

/** The server that receives the webhooks: a page of the shop that writes their topics down. */
const receiver = `
add_action("init", function () {
    if (!isset($_GET["receive"])) return;
    file_put_contents("/var/lib/shop/heard", $_SERVER["HTTP_X_WC_WEBHOOK_TOPIC"] . "\\n", FILE_APPEND);
    exit;
});`;

it.skipIf(bestType() !== "woocommerce")(
  "an order's webhooks are delivered within seconds, and a verification sends none (needs WOOCOMMERCE_ZIP)",
  async () => {
    const { app, events } = followed;
    const name = freshName("hooks");
    await createStore(app, name);
    await untilPhase(events, name, "ready");
    await kubectl(
      "patch",
      "cronjob",
      `${name}-cron`,
      "-n",
      `store-${name}`,
      "-p",
      '{"spec":{"suspend":true}}',
    );
    await installPlugin(name, "receiver", receiver);
    await inWordPress(
      name,
      `foreach (${JSON.stringify(topics)} as $topic) { $hook = new WC_Webhook(); $hook->set_name($topic); $hook->set_topic($topic); $hook->set_delivery_url(home_url("/?receive=1")); $hook->set_status("active"); $hook->set_user_id(1); $hook->save(); }`,
    );
    const target = await readShopTarget(followed.app, name);

    await buyAsShopper(new ShopClient(target), name);
    await untilHeard(name, "order.created");
    await untilQueueIsEmpty(name);
    const before = await heardBy(name);

    await placeOrder(target);
    // What comes after the verification is delivered: so everything before it was.
    await inWordPress(
      name,
      '$product = wc_get_products(["limit" => 1])[0]; $product->set_regular_price("31"); $product->save();',
    );
    await untilHeard(name, "product.updated", before.length);
    await untilQueueIsEmpty(name);
    const after = await heardBy(name);
    expect(new Set(after.slice(before.length))).toEqual(new Set(["product.updated"]));
    await deleteStore(app, name);
    await untilForgotten(events, name);
  },
);

/** Buys the sample product with cash on delivery, as a shopper of the Store API. */
async function buyAsShopper(shop: ShopClient, name: string): Promise<void> {
  const store = "/wp-json/wc/store/v1";
  const id = Number(await inWordPress(name, 'echo wc_get_products(["limit" => 1])[0]->get_id();'));
  const { answer } = await shop.expect("Opening a cart", 200, `${store}/cart`);
  const headers = { "cart-token": String(answer.headers["cart-token"]) };
  await shop.expect("Adding the product", 201, `${store}/cart/add-item`, {
    method: "POST",
    headers,
    body: { id, quantity: 1 },
  });
  const country = await inWordPress(name, "echo WC()->countries->get_base_country();");
  const address = {
    ...{ first_name: "Ann", last_name: "Ng", address_1: "1 Main St", city: "Town", postcode: "10001" },
    ...{ country, state: country === "US" ? "NY" : "", email: "ann@example.com", phone: "5550100" },
  };
  await shop.expect("Checking out", 200, `${store}/checkout`, {
    method: "POST",
    headers,
    body: { billing_address: address, shipping_address: address, payment_method: "cod" },
  });
}

async function heardBy(name: string): Promise<string[]> {
  const text = await inShop(name, "sh", "-c", "cat /var/lib/shop/heard 2>/dev/null || true");
  return text.split("\n").filter((line) => line !== "");
}

/** Waits in the container until the receiver heard of the topic, after so many lines. */
async function untilHeard(name: string, topic: string, after = 0): Promise<void> {
  const wait =
    'i=0; until tail -n +$(($1 + 1)) /var/lib/shop/heard 2>/dev/null | grep -qx "$0"; do i=$((i+1)); [ $i -lt 60 ] || exit 1; sleep 1; done';
  await inShop(name, "sh", "-c", wait, topic, String(after));
}

/** Waits in the container until no webhook is left to deliver. */
async function untilQueueIsEmpty(name: string): Promise<void> {
  await inWordPress(
    name,
    '$find = fn () => as_get_scheduled_actions(["hook" => "woocommerce_deliver_webhook_async", "status" => ["pending", "in-progress"]], "ids"); for ($i = 0; $find() !== []; $i++) { if ($i === 60) exit(1); sleep(1); wp_cache_flush(); }',
  );
}
