const { randomBytes, scrypt } = require("node:crypto");
const { promisify } = require("node:util");

/** Hashes a secret key like Medusa's API key module: 64 bytes of scrypt, in hex. */
exports.hashSecretKey = async function hashSecretKey(key) {
  const salt = randomBytes(16).toString("hex");
  const hash = await promisify(scrypt)(key, salt, 64);
  return { token: hash.toString("hex"), salt };
};

/** Shortens a key like Medusa, which shows the result and looks keys up by it. */
exports.redact = (key) => [key.slice(0, 6), key.slice(-3)].join("***");
