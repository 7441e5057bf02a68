const { Modules } = require("@medusajs/framework/utils");
const { takeTicket } = require("../../../tickets");

/** Accepts a ticket of the platform and signs the browser in to the admin as the shop's first user. */
exports.POST = async function POST(req, res) {
  res.set({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  const { ticket } = req.body ?? {};
  if (typeof ticket !== "string" || !takeTicket(ticket)) {
    return res
      .status(403)
      .type("text")
      .send("This sign-in link was already used or has expired. Open the admin from Storeyard again.");
  }
  const [user] = await req.scope
    .resolve(Modules.USER)
    .listUsers({}, { order: { created_at: "ASC" }, take: 1 });
  const [identity] = await req.scope
    .resolve(Modules.AUTH)
    .listAuthIdentities({ app_metadata: { user_id: user.id } }, { take: 1 });
  // A new session prevents session fixation.
  await new Promise((resolve, reject) =>
    req.session.regenerate((error) => (error ? reject(error) : resolve())),
  );
  req.session.auth_context = {
    actor_id: user.id,
    actor_type: "user",
    auth_identity_id: identity?.id ?? "",
    app_metadata: { user_id: user.id },
    user_metadata: {},
  };
  res.redirect(303, "/app");
};
