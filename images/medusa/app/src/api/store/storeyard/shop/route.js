const { Modules } = require("@medusajs/framework/utils");

/** What the shop's pages need to know of the shop before they know of a visitor. */
exports.GET = async function GET(req, res) {
  const [store] = await req.scope.resolve(Modules.STORE).listStores();
  const regions = req.scope.resolve(Modules.REGION);
  const region = await regions.retrieveRegion(store.default_region_id, { relations: ["countries"] });
  res.json({
    title: store.name,
    region_id: region.id,
    currency_code: region.currency_code,
    countries: region.countries.map(({ iso_2, display_name }) => ({ code: iso_2, name: display_name })),
  });
};
