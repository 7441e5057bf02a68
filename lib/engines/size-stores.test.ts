import { describe, expect, it } from "vitest";
import { firstPlans, type PlanResources } from "@/lib/domain/plan";
import { describeSizes } from "./describe-sizes";
import { engineProfiles } from "./engine-profiles";
import { sizeMedusa } from "./medusa/size-medusa";
import type { StoreSizes } from "./store-sizes";
import { sizeWordpress } from "./wordpress/size-wordpress";

const plans: [string, PlanResources][] = [
  ["the smallest plan", { cpuMillis: 4_000, memoryMib: 2_304 }],
  ["Small", { cpuMillis: 4_000, memoryMib: 3_072 }],
  ["Standard", { cpuMillis: 4_000, memoryMib: 4_096 }],
  ["Large", { cpuMillis: 8_000, memoryMib: 8_192 }],
  ["much memory on few CPUs", { cpuMillis: 4_000, memoryMib: 65_536 }],
  ["64 GiB", { cpuMillis: 32_000, memoryMib: 65_536 }],
];

/** `2650m 2976Mi phpWorkers=42`, by container. */
function inWords({ containers }: StoreSizes): string[] {
  return containers.map(({ container, cpuMillis, memoryMib, settings }) =>
    [
      container,
      `${cpuMillis}m`,
      `${memoryMib}Mi`,
      ...settings.map(({ name, value }) => `${name}=${value}`),
    ].join(" "),
  );
}

describe("a WordPress store", () => {
  it.each([
    ["the smallest plan", "shop 1250m 768Mi phpWorkers=8", "database 1000m 512Mi bufferPoolMib=256", 40],
    ["Small", "shop 1250m 1056Mi phpWorkers=12", "database 1000m 704Mi bufferPoolMib=320", 40],
    ["Standard", "shop 1250m 1440Mi phpWorkers=18", "database 1000m 960Mi bufferPoolMib=448", 40],
    ["Large", "shop 2650m 2976Mi phpWorkers=42", "database 2200m 1984Mi bufferPoolMib=960", 62],
    [
      "much memory on few CPUs",
      "shop 1250m 5376Mi phpWorkers=20",
      "database 1000m 54528Mi bufferPoolMib=27264",
      40,
    ],
    ["64 GiB", "shop 11250m 24480Mi phpWorkers=180", "database 9000m 16320Mi bufferPoolMib=8128", 200],
  ])("on %s", (name, shop, database, maxConnections) => {
    const sizes = sizeWordpress(planOf(name), "shop");
    expect(inWords(sizes)).toEqual([shop, database]);
    expect(sizes.values).toMatchObject({ database: { maxConnections } });
  });
});

describe("a Medusa store", () => {
  it.each([
    [
      "Small",
      "server 1100m 912Mi heapMib=384",
      "storefront 400m 304Mi heapMib=128",
      "database 1000m 640Mi sharedBuffersMib=160",
    ],
    [
      "Standard",
      "server 1100m 1216Mi heapMib=544",
      "storefront 400m 400Mi heapMib=192",
      "database 1000m 864Mi sharedBuffersMib=208",
    ],
    [
      "Large",
      "server 2000m 2448Mi heapMib=1152",
      "storefront 800m 512Mi heapMib=256",
      "database 2400m 2272Mi sharedBuffersMib=560",
    ],
    [
      "64 GiB",
      "server 2000m 4096Mi heapMib=1984",
      "storefront 1000m 512Mi heapMib=256",
      "database 26000m 56320Mi sharedBuffersMib=14080",
    ],
  ])("on %s", (name, ...containers) => {
    expect(inWords(sizeMedusa(planOf(name)))).toEqual(containers);
  });

  it("on the smallest plan gives the server the heap of the image", () => {
    expect(sizeMedusa({ cpuMillis: 4_000, memoryMib: 2_560 }).values).toEqual({
      shop: { resources: { limits: { cpu: "1100m", memory: "768Mi" } }, heapMib: 320 },
      storefront: { resources: { limits: { cpu: "400m", memory: "256Mi" } }, heapMib: 128 },
      database: {
        resources: { limits: { cpu: "1000m", memory: "512Mi" } },
        sharedBuffersMib: 128,
        effectiveCacheMib: 384,
      },
    });
  });
});

describe.each(Object.entries(engineProfiles))("a store of type %s", (_type, { sizeStore }) => {
  it("has the minimum sizes on a plan that is too small, so that the refusal names them", () => {
    const nothing = sizeStore({ cpuMillis: 0, memoryMib: 0 });
    expect(sizeStore({ cpuMillis: 1_000, memoryMib: 1_024 })).toEqual(nothing);
    expect(nothing.fits).toBe(false);
    expect(sizeStore({ cpuMillis: 4_000, memoryMib: 2_560 }).fits).toBe(true);
    expect(sizeStore({ cpuMillis: 3_999, memoryMib: 2_560 }).fits).toBe(false);
    expect(nothing.containers.every(({ cpuMillis, memoryMib }) => cpuMillis > 0 && memoryMib > 0)).toBe(true);
  });

  it("never gets smaller when its plan grows", () => {
    const amounts = firstPlans.map((plan) =>
      sizeStore(plan).containers.map(({ cpuMillis, memoryMib }) => [cpuMillis, memoryMib]),
    );
    for (const [index, now] of amounts.entries()) {
      const before = amounts[index - 1] ?? now;
      expect(now.flat().every((amount, at) => amount >= (before.flat()[at] ?? 0))).toBe(true);
    }
  });

  it("is described with all its containers", () => {
    const { containers } = sizeStore({ cpuMillis: 4_000, memoryMib: 4_096 });
    const text = describeSizes(containers);
    for (const { label } of containers) expect(text.toLowerCase()).toContain(`${label}: `);
  });
});

it("a plan describes what a shop gets", () => {
  const { containers } = sizeWordpress({ cpuMillis: 8_000, memoryMib: 8_192 }, "shop");
  expect(describeSizes(containers)).toBe(
    "Shop: 2.7 CPUs, 2.9 GB, 42 PHP workers; database: 2.2 CPUs, 1.9 GB, 960 MB buffer pool",
  );
});

function planOf(name: string): PlanResources {
  return plans.find(([known]) => known === name)?.[1] as PlanResources;
}
