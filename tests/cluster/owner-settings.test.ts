import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShopTarget } from "@/lib/engines/engine";
import { placeOrder } from "@/lib/engines/woocommerce/place-order";
import { inWordPress } from "../support/in-shop";
import { readShopTarget } from "../support/shop-target";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();
const name = freshName("settings");
let target: ShopTarget;

/** A plugin of the owner's, active, with this code. */
const plugin = (code: string) =>
  `@mkdir(WP_PLUGIN_DIR . "/mine"); file_put_contents(WP_PLUGIN_DIR . "/mine/mine.php", ${JSON.stringify(`<?php\n/* Plugin Name: Mine */\n${code}`).replaceAll("$", "\\$")}); update_option("active_plugins", [...array_diff(get_option("active_plugins"), ["mine/mine.php"]), "mine/mine.php"]);`;

/** What an owner can reasonably change, as PHP. */
const settings: Record<string, string> = {
  "no payment method is enabled":
    'foreach (["cod", "bacs", "cheque"] as $id) update_option("woocommerce_{$id}_settings", ["enabled" => "no"]);',
  "guests may not check out":
    'update_option("woocommerce_enable_guest_checkout", "no"); update_option("woocommerce_enable_signup_and_login_from_checkout", "no");',
  "the shop sells to another country only":
    'update_option("woocommerce_allowed_countries", "specific"); update_option("woocommerce_specific_allowed_countries", ["JP"]);',
  "shipping is turned off": 'update_option("woocommerce_ship_to_countries", "disabled");',
  "the shop is announced as coming soon":
    'update_option("woocommerce_coming_soon", "yes"); update_option("woocommerce_store_pages_only", "no");',
  "phone, company and the second address line are required":
    'foreach (["phone", "company", "address_2"] as $field) update_option("woocommerce_checkout_{$field}_field", "required");',
  "taxes are calculated and included":
    'update_option("woocommerce_calc_taxes", "yes"); update_option("woocommerce_prices_include_tax", "yes");',
  "stock is managed and products without stock are hidden":
    'update_option("woocommerce_manage_stock", "yes"); update_option("woocommerce_hide_out_of_stock_items", "yes");',
  "terms have to be accepted": 'update_option("woocommerce_terms_page_id", "2");',
  "the shop moved to another country and currency":
    'update_option("woocommerce_default_country", "CA:QC"); update_option("woocommerce_currency", "CAD");',
  "permalinks are plain": 'update_option("permalink_structure", ""); flush_rewrite_rules();',
  "a plugin refuses every checkout": plugin(
    'add_action("woocommerce_store_api_checkout_update_order_from_request", function () { throw new Exception("Orders of at least 50 only."); });',
  ),
  "a plugin closes the REST API to visitors": plugin(
    'add_filter("rest_authentication_errors", fn () => new WP_Error("closed", "Members only.", ["status" => 401]));',
  ),
  "a plugin shows a maintenance page": plugin(
    'add_action("init", function () { if (PHP_SAPI !== "cli") wp_die("Back soon.", "Maintenance", ["response" => 503]); });',
  ),
};

describe.skipIf(bestType() !== "woocommerce")(
  "a verification of a WooCommerce shop (needs WOOCOMMERCE_ZIP)",
  () => {
    beforeAll(async () => {
      await createStore(followed.app, name);
      await untilPhase(followed.events, name, "ready");
      target = await readShopTarget(followed.app, name);
    }, 240_000);
    afterAll(async () => {
      await deleteStore(followed.app, name);
      await untilForgotten(followed.events, name);
    });

    // Each setting stays for the next: shops have many of them.
    it.each(Object.entries(settings))("succeeds although %s", async (_, code) => {
      await inWordPress(name, code);
      await expect(placeOrder(target)).resolves.toBeUndefined();
    });

    it("leaves no order, product, customer, session, queued webhook or used number behind", async () => {
      await inWordPress(
        name,
        '$hook = new WC_Webhook(); $hook->set_name("orders"); $hook->set_topic("order.created"); $hook->set_delivery_url("http://192.0.2.1/"); $hook->set_status("active"); $hook->set_user_id(1); $hook->save();',
      );
      await placeOrder(target);
      const before = await readTraces();
      await placeOrder(target);
      expect(await readTraces()).toEqual(before);
      expect(before).toMatchObject({ webhooks: 0, orders: 0 });
    });
  },
);

/** Counts of what a merchant or a connected service can see, and the number that the next order gets. */
async function readTraces(): Promise<Record<string, number>> {
  const code = `
    global $wpdb;
    $count = fn ($table, $where = "1 = 1") => (int) $wpdb->get_var("SELECT COUNT(*) FROM " . $wpdb->prefix . $table . " WHERE " . $where);
    echo json_encode([
      "orders" => count(wc_get_orders(["limit" => -1, "return" => "ids", "status" => ["pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed"]])),
      "drafts" => count(wc_get_orders(["limit" => -1, "return" => "ids", "status" => "checkout-draft"])),
      "products" => $count("posts", "post_type = 'product'"),
      "customers" => $count("wc_customer_lookup"),
      "order_stats" => $count("wc_order_stats"),
      "sessions" => $count("woocommerce_sessions"),
      "webhooks" => $count("actionscheduler_actions", "hook = 'woocommerce_deliver_webhook_async'"),
      "next_number" => (int) $wpdb->get_row("SHOW TABLE STATUS LIKE '" . $wpdb->posts . "'")->Auto_increment,
    ]);`;
  return JSON.parse(await inWordPress(name, code));
}
