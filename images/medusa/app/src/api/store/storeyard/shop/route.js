const { Modules } = require("@medusajs/framework/utils");

/** The shop's name and region, for the storefront's pages. */
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
