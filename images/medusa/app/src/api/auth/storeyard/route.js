const { Modules } = require("@medusajs/framework/utils");
const { takeTicket } = require("../../../tickets");

/** Takes a ticket of the platform's and lets the browser into the admin as the shop's first user. */
exports.POST = async function POST(req, res) {
  res.set({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  const { ticket } = req.body ?? {};
  if (typeof ticket !== "string" || !takeTicket(ticket)) {
    return res
      .status(403)
      .type("text")
      .send("This sign-in was used already, or its minute is over. Press the button in Storeyard once more.");
  }
  const [user] = await req.scope
    .resolve(Modules.USER)
    .listUsers({}, { order: { created_at: "ASC" }, take: 1 });
  const [identity] = await req.scope
    .resolve(Modules.AUTH)
    .listAuthIdentities({ app_metadata: { user_id: user.id } }, { take: 1 });
  // A session of before must not be taken over.
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
