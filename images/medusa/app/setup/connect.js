const { Client } = require("pg");
const { databaseUrl } = require("./inputs");

const patienceMs = 120_000;

/** A connection to the database, which starts beside this server: tried every 25 ms until it answers. */
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
