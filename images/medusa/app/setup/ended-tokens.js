/** Tokens that were issued until this second have ended. In the database, so that a restart does not bring them back. */
let endedUntil = 0;

/** Reads the second from the database, at the server's start. */
exports.loadEndedTokens = async function loadEndedTokens(client) {
  await client.query(
    "CREATE TABLE IF NOT EXISTS storeyard_ended_tokens (id int PRIMARY KEY, until_second bigint NOT NULL)",
  );
  const { rows } = await client.query("SELECT until_second FROM storeyard_ended_tokens WHERE id = 1");
  endedUntil = Number(rows[0]?.until_second ?? 0);
};

/**
 * Ends the tokens of the admin that exist. Medusa cannot revoke one: it accepts each until it expires, and renews it.
 * Answers after the current second, because tokens have no finer time: the next token is valid.
 */
exports.endTokens = async function endTokens(database, now = Date.now()) {
  const second = Math.floor(now / 1000);
  await database.raw(
    `INSERT INTO storeyard_ended_tokens VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET until_second = greatest(storeyard_ended_tokens.until_second, excluded.until_second)`,
    [second],
  );
  endedUntil = Math.max(endedUntil, second);
  await new Promise((resolve) => setTimeout(resolve, (second + 1) * 1000 - now));
};

/** Whether the token of an Authorization header belongs to the admin and has ended. Its signature is checked elsewhere. */
exports.isEndedToken = function isEndedToken(authorization, until = endedUntil) {
  const [, claims] = /^bearer\s+[\w-]+\.([\w-]+)\./i.exec(authorization ?? "") ?? [];
  if (claims === undefined) return false;
  try {
    const { actor_type: actor, iat } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
    return actor !== "customer" && !(iat > until);
  } catch {
    return false;
  }
};
