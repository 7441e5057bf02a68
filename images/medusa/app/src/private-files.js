/** How Medusa's file provider names a private file: this prefix, and the name under which it was stored. */
const prefix = /^private-\d+-/;

exports.isPrivate = (key) => prefix.test(key);

/** The name under which a private file is downloaded. */
exports.nameOf = (key) => key.replace(prefix, "");
