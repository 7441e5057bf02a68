const { createProductsWorkflow } = require("@medusajs/medusa/core-flows");
const { Modules } = require("@medusajs/framework/utils");
const { handlePrefix, removeProofs } = require("./remove-proofs");

/** Removes the data of earlier test orders, and creates a product that no list shows. */
exports.POST = async function POST(req, res) {
  await removeProofs(req.scope);
  const [store] = await req.scope
    .resolve(Modules.STORE)
    .listStores({}, { relations: ["supported_currencies"] });
  const [profile] = await req.scope.resolve(Modules.FULFILLMENT).listShippingProfiles({ type: "default" });
  const region = await req.scope
    .resolve(Modules.REGION)
    .retrieveRegion(store.default_region_id, { relations: ["countries"] });
  const { result } = await createProductsWorkflow(req.scope).run({
    input: {
      products: [
        {
          title: "Test order",
          handle: `${handlePrefix}${Date.now()}`,
          status: "published",
          shipping_profile_id: profile?.id,
          sales_channels: [{ id: store.default_sales_channel_id }],
          options: [{ title: "Kind", values: ["Test"] }],
          variants: [
            {
              title: "Test",
              manage_inventory: false,
              options: { Kind: "Test" },
              prices: [{ currency_code: region.currency_code, amount: 1 }],
            },
          ],
        },
      ],
    },
  });
  const [product] = result;
  res.status(201).json({
    handle: product.handle,
    variant_id: product.variants[0].id,
    country_code: region.countries[0]?.iso_2,
  });
};

exports.DELETE = async function DELETE(req, res) {
  await removeProofs(req.scope);
  res.json({ removed: true });
};
