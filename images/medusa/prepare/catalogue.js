const flows = require("@medusajs/medusa/core-flows");
const { Modules } = require("@medusajs/framework/utils");
const { products } = require("./products");

/** Creates a shop without the settings that differ between stores. setup/apply.js depends on its ids and placeholders. */
exports.default = async function prepare({ container }) {
  const run = async (workflow, input) => (await flows[workflow](container).run({ input })).result;
  const link = container.resolve("link");
  const [store] = await container.resolve(Modules.STORE).listStores();
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels();
  const [profile] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles();
  await run("updateStoresWorkflow", {
    selector: { id: store.id },
    update: {
      supported_currencies: [{ currency_code: "usd", is_default: true }],
      default_sales_channel_id: channel.id,
    },
  });
  await run("updateSalesChannelsWorkflow", {
    selector: { id: channel.id },
    update: { name: "Online shop", description: "The shop's own pages" },
  });

  const [user] = await run("createUsersWorkflow", { users: [{ email: "owner@storeyard.invalid" }] });
  const auth = container.resolve(Modules.AUTH);
  const { authIdentity } = await auth.register("emailpass", {
    body: { email: user.email, password: require("node:crypto").randomUUID() },
  });
  await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: user.id } });

  const [region] = await run("createRegionsWorkflow", {
    regions: [
      { name: "Home", currency_code: "usd", countries: ["us"], payment_providers: ["pp_system_default"] },
    ],
  });
  await run("createTaxRegionsWorkflow", [{ country_code: "us", provider_id: "tp_system" }]);
  await run("updateStoresWorkflow", {
    selector: { id: store.id },
    update: { default_region_id: region.id },
  });

  const [location] = await run("createStockLocationsWorkflow", {
    locations: [{ name: "Workshop", address: { address_1: "", country_code: "us" } }],
  });
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  });
  const fulfillment = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: "Delivery",
    type: "shipping",
    service_zones: [{ name: "Home", geo_zones: [{ country_code: "us", type: "country" }] }],
  });
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: fulfillment.id },
  });
  await run(
    "createShippingOptionsWorkflow",
    [
      { name: "Standard", code: "standard", description: "3 to 5 working days", amount: 5 },
      { name: "Express", code: "express", description: "Next working day", amount: 12 },
    ].map(({ name, code, description, amount }) => ({
      name,
      price_type: "flat",
      provider_id: "manual_manual",
      service_zone_id: fulfillment.service_zones[0].id,
      shipping_profile_id: profile.id,
      type: { label: name, description, code },
      prices: [{ currency_code: "usd", amount }],
      rules: [
        { attribute: "enabled_in_store", value: "true", operator: "eq" },
        { attribute: "is_return", value: "false", operator: "eq" },
      ],
    })),
  );
  await run("linkSalesChannelsToStockLocationWorkflow", { id: location.id, add: [channel.id] });
  const [key] = await run("createApiKeysWorkflow", {
    api_keys: [{ title: "Storefront", type: "publishable", created_by: "storeyard" }],
  });
  await run("linkSalesChannelsToApiKeyWorkflow", { id: key.id, add: [channel.id] });
  if (process.env.STORE_SAMPLE_PRODUCT !== "true") return;

  const created = await run("createProductsWorkflow", {
    products: products.map((product) => ({
      ...product,
      status: "published",
      shipping_profile_id: profile.id,
      sales_channels: [{ id: channel.id }],
    })),
  });
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({}, { take: 100 });
  await run("createInventoryLevelsWorkflow", {
    inventory_levels: items.map((item) => ({
      location_id: location.id,
      inventory_item_id: item.id,
      // One variant is sold out, to show how that looks.
      stocked_quantity: item.sku === "CANDLE-TALL" ? 0 : 25,
    })),
  });
  console.log(`${created.length} sample products`);
};
