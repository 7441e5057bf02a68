const { Client } = require("pg");
const { databaseUrl } = require("./inputs");

const patienceMs = 120_000;

/** Connects to the database, which starts at the same time as this server. Tries every 25 ms, for two minutes. */
exports.connect = async function connect() {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
};
