const { dependencies } = require("../package.json");

/** The Medusa of this image. */
exports.version = dependencies["@medusajs/medusa"];

/** Whether a shop's tables, made by the Medusa `found`, are of before this image's; null is a shop without any. */
exports.isOlder = function isOlder(found) {
  return found !== null && compare(found, exports.version) < 0;
};

/** Throws where a newer Medusa made the shop's tables: nothing leads back, and this one could spoil them. */
exports.assertNotNewer = function assertNotNewer(found) {
  if (found === null || compare(found, exports.version) <= 0) return;
  throw new Error(
    `This shop's database was made by Medusa ${found}, and the image has ${exports.version}: run the shop with an image of Medusa ${found}.`,
  );
};

/** Less than 0 where `a` is of before `b`; what is not a number counts as 0. */
function compare(a, b) {
  const [left, right] = [a, b].map((text) => text.split(".").map((part) => Number.parseInt(part, 10) || 0));
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
