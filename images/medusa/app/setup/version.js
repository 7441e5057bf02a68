const { dependencies } = require("../package.json");

/** The Medusa of this image. */
exports.version = dependencies["@medusajs/medusa"];

/** Throws where another Medusa made the shop's tables: nothing here would migrate them, and this one could spoil them. */
exports.assertSameVersion = function assertSameVersion(found = exports.version) {
  if (found === exports.version) return;
  throw new Error(
    `This shop's database was made by Medusa ${found}, and the image has ${exports.version}: run the shop with an image of Medusa ${found}.`,
  );
};
