import { beforeEach, describe, expect, it } from "vitest";
import { idempotencyKeys, operations, stores } from "@/lib/db/schema";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { createToken } from "@/lib/services/accounts/tokens";
import type { Ctx } from "@/lib/services/app-context";
import { askRoute } from "@/tests/support/ask-route";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import { DELETE, GET } from "./[name]/route";
import { POST } from "./route";

let ann: Ctx;
let bearer: string;
beforeEach(() => {
  ann = createTestPlatform({ env: { RATE_LIMIT_CREATES_PER_MINUTE: "100" } }).as("ann@example.com");
  serveWith(ann.app);
  bearer = `Bearer ${createToken(ann.app, ann.actor.userId, { name: "laptop", scope: "write" }).token}`;
});

function ask(method: string, path: string, headers: Record<string, string>, body?: unknown): Request {
  return new Request(`http://localhost:3000${path}`, {
    method,
    headers: { authorization: bearer, "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}
const blue = { name: "blue" };
const read = (headers: Record<string, string> = {}) =>
  askRoute(GET, ask("GET", "/api/stores/blue", headers), blue);
const remove = (headers: Record<string, string> = {}) =>
  askRoute(DELETE, ask("DELETE", "/api/stores/blue", headers), blue);
const create = (headers: Record<string, string> = {}, body: unknown = { name: "blue", type: "wordpress" }) =>
  askRoute(POST, ask("POST", "/api/stores", headers, body));

const tagOf = async () => (await read()).headers.get("etag") ?? "";
const touch = () =>
  ann.app.db
    .update(stores)
    .set({ phase: "ready", updatedAt: new Date(1) })
    .run();

describe("a conditional request for a store", () => {
  it("gets 304 while the store is unchanged", async () => {
    await create();
    const etag = await tagOf();
    const same = await read({ "if-none-match": etag });
    expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", etag]);
    touch();
    const other = await read({ "if-none-match": etag });
    expect(other.status).toBe(200);
    expect(other.headers.get("etag")).not.toBe(etag);
  });

  it("does not delete a store that has changed", async () => {
    await create();
    const etag = await tagOf();
    touch();
    const refused = await remove({ "if-match": etag });
    expect(refused.status).toBe(412);
    expect(await refused.json()).toMatchObject({ code: "precondition_failed" });
    expect(ann.app.db.select().from(stores).get()?.desired).toBe("ready");
    expect((await remove({ "if-match": await tagOf() })).status).toBe(202);
  });
});

describe("a create with an Idempotency-Key", () => {
  it("that is sent 20 times concurrently creates one store, and all requests get the same answer", async () => {
    const key = { "idempotency-key": "order-66" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(key)));
    const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as StoreResource));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
    const [operation] = ann.app.db.select().from(operations).all();
    expect(new Set(answers.map(({ headers }) => headers.get("location")))).toEqual(
      new Set([`/api/operations/${operation?.id}`]),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === "true")).toHaveLength(19);
    expect(ann.app.db.select().from(stores).all()).toHaveLength(1);
  });

  it("is refused if the key was used with another body", async () => {
    const key = { "idempotency-key": "order-66" };
    await create(key);
    const other = await create(key, { name: "red", type: "wordpress" });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: "conflict", field: "Idempotency-Key" });
  });

  it("can be corrected and sent again after a refusal", async () => {
    const key = { "idempotency-key": "order-66" };
    expect((await create(key, { name: "blue", type: "magento" })).status).toBe(422);
    await create({}, { name: "red", type: "wordpress" });
    expect((await create(key, { name: "red", type: "wordpress" })).status).toBe(409);
    expect(ann.app.db.select().from(idempotencyKeys).all()).toEqual([]);
    expect((await create(key)).status).toBe(202);
  });
});
