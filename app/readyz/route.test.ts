import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import { GET } from "./route";

async function ask() {
  const response = GET();
  return { status: response.status, body: await response.json() };
}

const allWell = { database: "ok", migrations: "ok", cluster: "ok" };

it("a healthy app is ready and lists its checks", async () => {
  serveWith(createTestPlatform().app);
  expect(await ask()).toEqual({ status: 200, body: { status: "ok", checks: allWell } });
});

it("an app with an unknown database schema is not ready", async () => {
  const { app } = createTestPlatform();
  app.db.run(
    sql`delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)`,
  );
  serveWith(app);
  const migrations = "the database's schema is not that of this version";
  expect(await ask()).toEqual({
    status: 503,
    body: { status: "unavailable", checks: { ...allWell, migrations } },
  });
});

it("an app without its cluster is not ready", async () => {
  const { app } = createTestPlatform();
  const connection = () => ({ state: "reconnecting", since: new Date() }) as const;
  serveWith({ ...app, cluster: { ...app.cluster, connection } });
  const cluster = "the cluster does not answer";
  expect(await ask()).toEqual({
    status: 503,
    body: { status: "unavailable", checks: { ...allWell, cluster } },
  });
});

it("an app whose database cannot be read is not ready", async () => {
  const { app } = createTestPlatform();
  app.db.$client.close();
  serveWith(app);
  expect(await ask()).toMatchObject({
    status: 503,
    body: { checks: { database: "the database does not answer", cluster: "ok" } },
  });
});
