const { uploads } = require("../../../../setup/inputs");
const { isPrivate, nameOf } = require("../../../private-files");

/**
 * Downloads a private file, such as an export that Medusa's notification links. Medusa itself serves only the public
 * folder. Private files are for users of the admin (middlewares.js).
 */
exports.GET = async function GET(req, res, next) {
  const { key } = req.params;
  const refuse = () => res.status(404).json({ message: "There is no such file." });
  if (!isPrivate(key)) return refuse();
  res.set({ "cache-control": "private, no-store", "x-content-type-options": "nosniff" });
  res.download(key, nameOf(key), { root: `${uploads}/private` }, (error) => {
    if (!error || res.headersSent) return;
    if (error.status === 404) return refuse();
    next(error);
  });
};
