/**
 * Revokes the secret keys that a user created, and those that were created with such a key. Deletes the invitations that
 * nobody accepted: Medusa does not record who sent them.
 */
exports.revokePrograms = async function revokePrograms(database, userId) {
  await database.transaction(async (tx) => {
    await tx.raw(
      `WITH RECURSIVE created AS (
         SELECT id FROM api_key WHERE type = 'secret' AND created_by = ?
         UNION SELECT api_key.id FROM api_key JOIN created ON api_key.created_by = created.id WHERE type = 'secret'
       )
       UPDATE api_key SET revoked_at = now(), revoked_by = 'storeyard', updated_at = now()
       WHERE id IN (SELECT id FROM created) AND (revoked_at IS NULL OR revoked_at > now())`,
      [userId],
    );
    await tx("invite").where({ accepted: false }).delete();
  });
};
