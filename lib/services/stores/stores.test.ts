import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/app-context";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { deleteStore } from "./delete-store";
import { getStore } from "./get-store";
import { listStores } from "./list-stores";
import { retryStore } from "./retry-store";
import { revealAdminPassword } from "./reveal-admin-password";

const create = (ctx: Ctx, name: string, type = "woocommerce") =>
  createStore(ctx, createStoreInput.parse({ name, type }));

function markFailed({ deps }: TestPlatform, name: string) {
  deps.db.update(stores).set({ phase: "failed", releasedAt: new Date() }).where(eq(stores.name, name)).run();
}

function markReady({ deps }: TestPlatform, name: string) {
  deps.db.update(stores).set({ phase: "ready", readyAt: new Date() }).where(eq(stores.name, name)).run();
}

describe("creating a store", () => {
  it("sets its address and the defaults of omitted fields", () => {
    const platform = createTestPlatform({ env: { STORE_PORT: "8080" } });
    const store = create(platform.as("ann@example.com"), "blue");
    expect(store).toMatchObject({
      url: "http://store-blue.localhost:8080",
      phase: "queued",
      config: {
        title: "blue",
        adminEmail: "ann@example.com",
        country: "US",
        currency: "USD",
        sampleProduct: true,
      },
    });
  });

  it("gives a WordPress shop the language and time zone of its country, unless others are named", () => {
    const ann = createTestPlatform().as("ann@example.com");
    const configOf = (name: string, more: object) =>
      createStore(ann, createStoreInput.parse({ name, type: "wordpress", ...more })).config;
    expect(configOf("blue", { country: "DE" })).toMatchObject({
      language: "de_DE",
      timeZone: "Europe/Berlin",
    });
    expect(configOf("red", { country: "CH", language: "fr_FR", timeZone: "UTC" })).toMatchObject({
      country: "CH",
      language: "fr_FR",
      timeZone: "UTC",
    });
  });

  it.each([
    ["language", "de_DE"],
    ["timeZone", "Europe/Berlin"],
  ])("of a type without a locale is refused with a %s, and has none", (field, value) => {
    const images = {
      MEDUSA_IMAGE: "medusa",
      MEDUSA_STOREFRONT_IMAGE: "storefront",
      POSTGRES_IMAGE: "postgres",
    };
    const ann = createTestPlatform({ env: images }).as("ann@example.com");
    const medusa = (more: object) =>
      createStore(ann, createStoreInput.parse({ name: "blue", type: "medusa", country: "DE", ...more }));
    expect(() => medusa({ [field]: value })).toThrow(expect.objectContaining({ code: "invalid", field }));
    expect(medusa({}).config).toMatchObject({ language: null, timeZone: null });
  });

  it("with a name that is taken is refused and changes nothing", () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "blue");
    const before = platform.allEvents().length;
    expect(() => create(platform.as("bob@example.com"), "blue")).toThrow(
      expect.objectContaining({ code: "conflict", field: "name" }),
    );
    expect(platform.allEvents().length).toBe(before);
  });

  it("of an unavailable type is refused with the reason", () => {
    const env = { WOOCOMMERCE_AVAILABLE: "false", WOOCOMMERCE_REASON: "There is no zip." };
    const platform = createTestPlatform({ env });
    expect(() => create(platform.as("ann@example.com"), "blue")).toThrow(/There is no zip\./);
    expect(create(platform.as("bob@example.com"), "red", "wordpress").phase).toBe("queued");
  });

  it("beyond the platform's cap is refused", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "1" } });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    expect(() => create(ann, "red")).toThrow(expect.objectContaining({ code: "limit_reached" }));
  });
});

describe("the store of another account", () => {
  it("is answered with not_found for every action", async () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "blue");
    const bob = platform.as("bob@example.com");
    const absent = expect.objectContaining({ code: "not_found" });
    expect(() => getStore(bob, "blue")).toThrow(absent);
    expect(() => deleteStore(bob, "blue")).toThrow(absent);
    expect(() => retryStore(bob, "blue")).toThrow(absent);
    await expect(revealAdminPassword(bob, "blue")).rejects.toThrow(absent);
    expect(listStores(bob).stores).toEqual([]);
    expect(getStore(platform.as("root@example.com", "admin"), "blue").name).toBe("blue");
  });
});

describe("a failed store", () => {
  it("can be retried under its name", () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    markFailed(platform, "blue");
    expect(retryStore(ann, "blue").phase).toBe("queued");
  });

  it("cannot be retried once another store has its name, and the name then means the other store", () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    const first = create(ann, "blue");
    markFailed(platform, "blue");
    const second = create(ann, "blue");
    expect(getStore(ann, "blue").id).toBe(second.id);
    expect(second.id).not.toBe(first.id);
    expect(() => retryStore(ann, "blue")).toThrow(expect.objectContaining({ code: "conflict" }));
  });
});

describe("the generated password", () => {
  it("is shown once, when the store is ready", async () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await expect(revealAdminPassword(ann, "blue")).rejects.toThrow(/not ready yet/);
    markReady(platform, "blue");
    const [one, two] = await Promise.allSettled([
      revealAdminPassword(ann, "blue"),
      revealAdminPassword(ann, "blue"),
    ]);
    expect([one.status, two.status].sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("listing", () => {
  it("returns every store once over its pages, newest first, also those of the same time", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "7" }, storesPerUser: 7 });
    const ann = platform.as("ann@example.com");
    const names = Array.from({ length: 7 }, (_, n) => `store-${String.fromCharCode(97 + n)}`);
    for (const name of names) create(ann, name);
    platform.deps.db
      .update(stores)
      .set({ createdAt: new Date(0) })
      .where(eq(stores.name, "store-a"))
      .run();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = listStores(ann, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.stores.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect([...seen].sort()).toEqual(names);
    expect(seen.at(-1)).toBe("store-a");
  });

  it("refuses an invalid cursor", () => {
    const ann = createTestPlatform().as("ann@example.com");
    expect(() => listStores(ann, { cursor: "bm9wZQ" })).toThrow(expect.objectContaining({ field: "cursor" }));
  });
});
