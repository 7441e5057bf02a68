const { hashSecretKey, redact } = require("./keys");
const { version } = require("./version");
const scrypt = require("scrypt-kdf");

/** The shop's address in the prepared database. */
const preparedUrl = "http://prepare.storeyard.invalid";

/**
 * Applies this store's settings to the database, in one transaction with the record of what was applied. If this is
 * killed, the next start repeats it or finds it done. Later starts apply only changed settings, so that the owner's own
 * changes are kept.
 */
exports.apply = async function apply(client, inputs) {
  const { adminPassword, publishableKey, platformKey, ...plain } = inputs;
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock(7291)");
  await client.query(
    "CREATE TABLE IF NOT EXISTS storeyard_setup (id int PRIMARY KEY, inputs jsonb NOT NULL)",
  );
  const { rows } = await client.query("SELECT inputs FROM storeyard_setup WHERE id = 1");
  const before = rows[0]?.inputs ?? null;
  if (before === null) await sellFrom(client, plain);
  if (before === null) await setPassword(client, adminPassword);
  if (before?.adminEmail !== plain.adminEmail) await setOwner(client, before?.adminEmail, plain.adminEmail);
  if (before?.title !== plain.title) await client.query("UPDATE store SET name = $1", [plain.title]);
  if (before?.url !== plain.url) await moveTo(client, before?.url ?? preparedUrl, plain.url);
  await setKeys(client, publishableKey, platformKey);
  await client.query(
    "INSERT INTO storeyard_setup VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET inputs = excluded.inputs",
    [JSON.stringify({ ...plain, medusa: version })],
  );
  await client.query("COMMIT");
};

/** Sets country and currency of the region, its taxes, the stock location and the prices. */
async function sellFrom(client, { country, currency }) {
  const name = new Intl.DisplayNames(["en"], { type: "region" }).of(country.toUpperCase());
  const { maximumFractionDigits: digits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: currency.toUpperCase(),
  }).resolvedOptions();
  await client.query(
    `INSERT INTO currency (code, symbol, symbol_native, decimal_digits, rounding, raw_rounding, name)
     VALUES ($1, $2, $2, $3, 0, '{"value": "0", "precision": 20}', $4) ON CONFLICT DO NOTHING`,
    [
      currency,
      currency.toUpperCase(),
      digits,
      new Intl.DisplayNames(["en"], { type: "currency" }).of(currency.toUpperCase()),
    ],
  );
  await client.query("UPDATE store_currency SET currency_code = $1", [currency]);
  await client.query("UPDATE region SET name = $1, currency_code = $2", [name, currency]);
  await client.query(
    `INSERT INTO region_country (iso_2, iso_3, num_code, name, display_name) VALUES ($1, '', '', $2, $3)
     ON CONFLICT DO NOTHING`,
    [country, name.toUpperCase(), name],
  );
  await client.query(
    "UPDATE region_country SET region_id = CASE WHEN iso_2 = $1 THEN (SELECT id FROM region) END",
    [country],
  );
  for (const table of ["tax_region", "geo_zone", "stock_location_address"]) {
    await client.query(`UPDATE ${table} SET country_code = $1`, [country]);
  }
  // Currencies without decimals have larger amounts: 24 yen would be too cheap for a mug.
  await client.query(
    `UPDATE price SET currency_code = $1, amount = amount * $2::int,
       raw_amount = jsonb_set(raw_amount, '{value}', to_jsonb((amount * $2::int)::text))`,
    [currency, digits === 0 ? 100 : 1],
  );
}

async function setPassword(client, password) {
  const hash = await scrypt.kdf(password, { logN: 15, r: 8, p: 1 });
  await client.query(
    "UPDATE provider_identity SET provider_metadata = jsonb_build_object('password', $1::text) WHERE provider = 'emailpass'",
    [hash.toString("base64")],
  );
}

async function setOwner(client, before = "owner@storeyard.invalid", email) {
  await client.query(`UPDATE "user" SET email = $2 WHERE email = $1`, [before, email]);
  await client.query(
    "UPDATE provider_identity SET entity_id = $2 WHERE provider = 'emailpass' AND entity_id = $1",
    [before, email],
  );
}

async function moveTo(client, before, url) {
  await client.query("UPDATE image SET url = replace(url, $1, $2)", [before, url]);
  await client.query("UPDATE product SET thumbnail = replace(thumbnail, $1, $2)", [before, url]);
  await client.query("UPDATE product_variant SET thumbnail = replace(thumbnail, $1, $2)", [before, url]);
}

/** Sets the storefront's key and the platform's key to the Secret's, at each start. */
async function setKeys(client, publishableKey, platformKey) {
  await client.query(
    `UPDATE api_key SET token = $1, redacted = $2, revoked_at = NULL
     WHERE type = 'publishable' AND created_by = 'storeyard'`,
    [publishableKey, redact(publishableKey)],
  );
  const { token, salt } = await hashSecretKey(platformKey);
  await client.query(
    `INSERT INTO api_key (id, token, salt, redacted, title, type, created_by)
     VALUES ('apk_storeyard', $1, $2, $3, 'Storeyard: test orders', 'secret', 'storeyard')
     ON CONFLICT (id) DO UPDATE SET token = $1, salt = $2, redacted = $3, revoked_at = NULL, deleted_at = NULL`,
    [token, salt, redact(platformKey)],
  );
}
