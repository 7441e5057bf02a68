const { ContainerRegistrationKeys, Modules } = require("@medusajs/framework/utils");
const { endTokens } = require("../../../../../setup/ended-tokens");
const { dropTickets } = require("../../../../tickets");
const { revokePrograms } = require("./revoke-programs");

const shortest = 12;

/**
 * Sets a new password for the shop's first user and ends every session and token. With `revoke_programs`, the secret keys
 * that this user created and all open invitations end too. Answers with the user name.
 */
exports.PUT = async function PUT(req, res) {
  if (req.auth_context.actor_id !== "apk_storeyard")
    return res.status(403).json({ message: "Only the platform may set the owner's password." });
  const { password, revoke_programs: revokesPrograms } = req.body ?? {};
  if (typeof password !== "string" || password.length < shortest)
    return res.status(400).json({ message: `The password has fewer than ${shortest} characters.` });

  const auth = req.scope.resolve(Modules.AUTH);
  const [user] = await req.scope
    .resolve(Modules.USER)
    .listUsers({}, { order: { created_at: "ASC" }, take: 1 });
  const [identity] = user
    ? await auth.listAuthIdentities(
        { app_metadata: { user_id: user.id } },
        { relations: ["provider_identities"], take: 1 },
      )
    : [];
  const login = identity?.provider_identities?.find(({ provider }) => provider === "emailpass");
  if (!login) return res.status(409).json({ message: "This shop no longer has a user with a password." });

  const { success, error } = await auth.updateProvider("emailpass", { entity_id: login.entity_id, password });
  if (!success) return res.status(500).json({ message: error ?? "The password could not be set." });
  await new Promise((resolve, reject) =>
    req.sessionStore.clear((failure) => (failure ? reject(failure) : resolve())),
  );
  dropTickets();
  const database = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  if (revokesPrograms === true) await revokePrograms(database, user.id);
  await endTokens(database);
  res.json({ username: login.entity_id });
};
