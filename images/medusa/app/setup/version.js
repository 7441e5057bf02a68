const { dependencies } = require("../package.json");

/** The Medusa version of this image. */
exports.version = dependencies["@medusajs/medusa"];

/** Whether the Medusa version that wrote a shop's tables is older than this image's; null for a shop without tables. */
exports.isOlder = function isOlder(found) {
  return found !== null && compare(found, exports.version) < 0;
};

/** Throws when a newer Medusa wrote the shop's tables: they can't be migrated back, and this version could damage them. */
exports.assertNotNewer = function assertNotNewer(found) {
  if (found === null || compare(found, exports.version) <= 0) return;
  throw new Error(
    `This shop's database was made by Medusa ${found}, but the image has ${exports.version}. Run the shop with an image of Medusa ${found}.`,
  );
};

/** Less than 0 when `a` is older than `b`. A part that is not a number counts as 0. */
function compare(a, b) {
  const [left, right] = [a, b].map((text) => text.split(".").map((part) => Number.parseInt(part, 10) || 0));
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
