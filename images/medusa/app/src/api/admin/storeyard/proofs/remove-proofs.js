const { ContainerRegistrationKeys } = require("@medusajs/framework/utils");

/** Prefix of the handles of the platform's own products. The storefront does not list them. */
const handlePrefix = "storeyard-proof-";
exports.handlePrefix = handlePrefix;

/** The buyer of the platform's own orders. */
const shopper = "proof@storeyard.invalid";

/**
 * Permanently removes the platform's orders with their carts, payments and buyer. A cancelled order would stay in the
 * merchant's statistics. Medusa's API can't delete orders, so this changes the tables.
 */
exports.removeProofs = async function removeProofs(scope) {
  const database = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await database.transaction(async (tx) => {
    const ids = async (table, column, where, values) =>
      (await tx(table).whereIn(where, values).pluck(column)).filter(Boolean);
    const carts = await tx("cart").where({ email: shopper }).pluck("id");
    const orders = await tx("order").where({ email: shopper }).pluck("id");
    const payments = [
      ...(await ids("cart_payment_collection", "payment_collection_id", "cart_id", carts)),
      ...(await ids("order_payment_collection", "payment_collection_id", "order_id", orders)),
    ];
    const lines = await ids("order_item", "item_id", "order_id", orders);
    const methods = await ids("order_shipping", "shipping_method_id", "order_id", orders);
    const addresses = [
      ...(await ids("order", "shipping_address_id", "id", orders)),
      ...(await ids("order", "billing_address_id", "id", orders)),
    ];
    const cartAddresses = [
      ...(await ids("cart", "shipping_address_id", "id", carts)),
      ...(await ids("cart", "billing_address_id", "id", carts)),
    ];
    for (const [table, column, values] of [
      ["reservation_item", "line_item_id", lines],
      ["order_payment_collection", "order_id", orders],
      ["cart_payment_collection", "cart_id", carts],
      ["order_cart", "order_id", orders],
      ["order_item", "order_id", orders],
      ["order_shipping", "order_id", orders],
      ["order_transaction", "order_id", orders],
      ["order_summary", "order_id", orders],
      ["order_change_action", "order_id", orders],
      ["order_change", "order_id", orders],
      ["order", "id", orders],
      ["order_line_item", "id", lines],
      ["order_shipping_method", "id", methods],
      ["order_address", "id", addresses],
      ["cart", "id", carts],
      ["cart_address", "id", cartAddresses],
      ["payment_collection", "id", payments],
      ["customer", "email", [shopper]],
    ]) {
      if (values.length > 0) await tx(table).whereIn(column, values).delete();
    }
    // The first order of a shopper in a new shop gets number 1.
    await tx.raw(`SELECT setval('order_display_id_seq', 1, false) WHERE NOT EXISTS (SELECT FROM "order")`);
  });
  await database.transaction(removeProducts);
};

/** Medusa's API only marks products as deleted. The platform's products would accumulate, one with each test order. */
async function removeProducts(tx) {
  const products = await tx("product").whereLike("handle", `${handlePrefix}%`).pluck("id");
  if (products.length === 0) return;
  const variants = await tx("product_variant").whereIn("product_id", products).pluck("id");
  const options = await tx("product_product_option")
    .whereIn("product_id", products)
    .pluck("product_option_id");
  const prices = await tx("product_variant_price_set").whereIn("variant_id", variants).pluck("price_set_id");
  await tx("product_variant_price_set").whereIn("variant_id", variants).delete();
  await tx("price_set").whereIn("id", prices).delete();
  await tx("product_sales_channel").whereIn("product_id", products).delete();
  await tx("product_shipping_profile").whereIn("product_id", products).delete();
  await tx("product").whereIn("id", products).delete();
  await tx("product_option")
    .whereIn("id", options)
    .whereNotIn("id", tx("product_product_option").select("product_option_id"))
    .delete();
}
