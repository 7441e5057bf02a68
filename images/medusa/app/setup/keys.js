const { randomBytes, scrypt } = require("node:crypto");
const { promisify } = require("node:util");

/** As Medusa's API key module keeps a secret key: 64 bytes of scrypt, in hex. */
exports.hashSecretKey = async function hashSecretKey(key) {
  const salt = randomBytes(16).toString("hex");
  const hash = await promisify(scrypt)(key, salt, 64);
  return { token: hash.toString("hex"), salt };
};

/** As Medusa shows a key, and narrows down by it which ones to compare. */
exports.redact = (key) => [key.slice(0, 6), key.slice(-3)].join("***");
