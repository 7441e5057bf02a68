const { cpSync, existsSync, mkdirSync } = require("node:fs");
const { join } = require("node:path");
const { uploads } = require("./inputs");

const pictures = "/usr/share/storeyard/pictures";

/** Copies the sample products' pictures to the merchant's uploads. Only once, so that deleted pictures stay deleted. */
exports.placePictures = function placePictures() {
  for (const folder of ["public", "private"]) mkdirSync(join(uploads, folder), { recursive: true });
  const placed = join(uploads, "private", "pictures-placed");
  if (process.env.STORE_SAMPLE_PRODUCT !== "true" || existsSync(placed)) return;
  cpSync(pictures, join(uploads, "public"), { recursive: true });
  mkdirSync(placed);
};
