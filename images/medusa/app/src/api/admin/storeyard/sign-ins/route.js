const { makeTicket } = require("../../../../tickets");

/** Creates a ticket for a sign-in without a password. The platform passes it to the owner's browser. */
exports.POST = async function POST(req, res) {
  if (req.auth_context.actor_id !== "apk_storeyard")
    return res.status(403).json({ message: "Only the platform may create sign-in tickets." });
  res.status(201).json(makeTicket());
};
