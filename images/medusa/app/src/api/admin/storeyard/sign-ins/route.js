const { makeTicket } = require("../../../../tickets");

/** A sign-in without a password: for the platform, which hands it to the owner's browser. */
exports.POST = async function POST(req, res) {
  if (req.auth_context.actor_id !== "apk_storeyard") return res.status(403).json({ message: "Not for you." });
  res.status(201).json(makeTicket());
};
