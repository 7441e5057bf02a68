import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { followEvents } from "../support/follow-events";
import { kubectl } from "../support/kubectl";
import { buyMug, shopAt } from "../support/medusa-shop";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { removeImage, tagImage } from "../support/tag-image";
import { readTestInstallation } from "../support/test-installation";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();

const { env } = readTestInstallation();
const tag = `next-${randomBytes(4).toString("hex")}`;
const getStore = async (name: string) =>
  (await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`)).body;

/** The installation gets other images: its app starts with them. */
async function reinstall(images: Record<string, string>): Promise<void> {
  const lastEventId = followed.events.seen.at(-1)?.seq;
  followed.events.close();
  await followed.app.stop();
  await followed.app.restart(images);
  followed.events = await followEvents(followed.app, { lastEventId });
}

/** Asks for the update and waits for its end. */
async function update(name: string): Promise<string> {
  const before = followed.events.seen.at(-1)?.seq ?? 0;
  const asked = await request<StoreResource>(followed.app, "POST", `/api/stores/${name}/update`);
  expect(asked).toMatchObject({ status: 202, body: { phase: "ready", update: null } });
  const { detail } = await followed.events.until(
    "the update to end",
    ({ seq, storeName, detail }) =>
      seq > before &&
      storeName === name &&
      (detail.kind === "operation.finished" || detail.kind === "operation.failed"),
    240_000,
  );
  return detail.kind === "operation.failed" ? detail.cause.code : detail.kind;
}

const shopImage = (name: string, container: number) =>
  kubectl(
    "get",
    "deployment",
    `${name}-shop`,
    "-n",
    `store-${name}`,
    "-o",
    `jsonpath={.spec.template.spec.containers[${container}].image}`,
  );

async function remove(name: string): Promise<void> {
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
}

describe("a store of an installation with a newer image", () => {
  const name = freshName("update");
  const first = env.WORDPRESS_IMAGE as string;
  let next: string;
  beforeAll(async () => {
    next = await tagImage(first, tag);
    await createStore(followed.app, name);
    await untilPhase(followed.events, name, "ready");
  });
  afterAll(async () => {
    await remove(name);
    await removeImage(next);
  });

  it("reports its versions, keeps its image until it is updated, and is verified after each restart", async () => {
    const { versions } = await getStore(name);
    const names = versions.map((program) => program.name);
    expect(names.slice(bestType() === "woocommerce" ? 1 : 0)).toEqual(["WordPress", "PHP", "MariaDB"]);
    expect(versions.every(({ version }) => /^\d+\.\d+/.test(version))).toBe(true);

    await reinstall({ WORDPRESS_IMAGE: next });
    await request(followed.app, "PATCH", `/api/stores/${name}`, { plan: "large" });
    await followed.events.until(
      "the plan to be changed",
      ({ detail }) => detail.kind === "operation.finished",
    );
    expect(await shopImage(name, 0)).toBe(first);
    expect((await getStore(name)).update?.versions.map((program) => program.name)).toEqual(names);

    expect(await update(name)).toBe("operation.finished");
    expect(await shopImage(name, 0)).toBe(next);
    expect(await getStore(name)).toMatchObject({ phase: "ready", cause: null, update: null, versions });
    const verifications = followed.events.seen.filter(
      ({ detail }) => detail.kind === "step.finished" && detail.step === "verify",
    );
    // The larger plan restarted the containers; the update did, too.
    expect(verifications).toHaveLength(2);
  });

  it("rolls back if the newer image can't be pulled, is ready, and shows the reason", async () => {
    await reinstall({ WORDPRESS_IMAGE: "localhost/storeyard/none:missing" });
    expect(await update(name)).toBe("image_unavailable");
    expect(await shopImage(name, 0)).toBe(next);
    expect(await getStore(name)).toMatchObject({ phase: "ready", cause: null });
    expect((await getStore(name)).update).not.toBeNull();
  });
});

describe("a Medusa store whose database has an older version of Medusa", () => {
  const name = freshName("older");
  const sql = (text: string) =>
    kubectl(
      ...["exec", "-n", `store-${name}`, `${name}-database-0`, "--"],
      ...["psql", "-h", "/run/postgresql", "-U", "postgres", "-qAtc", text, "medusa"],
    );
  let next: string;
  beforeAll(async () => {
    next = await tagImage(env.MEDUSA_IMAGE as string, tag);
    await createStore(followed.app, name, { type: "medusa", country: "DE", currency: "EUR" });
    await untilPhase(followed.events, name, "ready");
  });
  afterAll(async () => {
    await remove(name);
    await removeImage(next);
  });

  const pod = ["-n", `store-${name}`, `deployment/${name}-shop`, "-c", "server"];
  const log = () => kubectl("logs", ...pod).catch(() => "");
  const logged = (words: string) => expect.poll(log, { timeout: 120_000, interval: 250 }).toContain(words);

  it("keeps its orders and exactly one dump when the update is killed during the dump", async () => {
    const shop = shopAt((await getStore(name)).url);
    const orderPath = await buyMug(shop, "de");
    const { versions } = await getStore(name);
    expect(versions.map((program) => program.name)).toEqual(["Medusa", "Node.js", "PostgreSQL"]);

    await sql(`UPDATE storeyard_setup SET inputs = inputs || '{"medusa": "2.17.0"}'`);
    await reinstall({ MEDUSA_IMAGE: next });
    const updated = update(name);
    await logged("Migrating the database from Medusa 2.17.0 to");
    const pods = ["-n", `store-${name}`, "-l", "app.kubernetes.io/component=shop"];
    await kubectl("delete", "pod", ...pods, "--grace-period=0", "--force");
    expect(await updated).toBe("operation.finished");
    expect(await shopImage(name, 0)).toBe(next);
    expect(await sql("SELECT inputs ->> 'medusa' FROM storeyard_setup")).toBe(`${versions[0]?.version}\n`);
    expect(await shop.send(orderPath)).toMatchObject({ status: 200, text: expect.stringContaining("Ada") });
    // The second start went on, with the dump of the first.
    await logged("Migrating the database from Medusa 2.17.0 to");
    const dumps = "/var/lib/shop/database-dumps";
    const kept = await kubectl("exec", ...pod, "--", "ls", dumps);
    expect(kept).toMatch(/^\d{8}T\d{6}Z-medusa-2\.17\.0\.dump\n$/);
    expect(await kubectl("exec", ...pod, "--", "head", "-c", "5", `${dumps}/${kept.trim()}`)).toBe("PGDMP");
  });
});
