import { expect, it } from "vitest";
import { firstPlans, type Plan } from "@/lib/domain/plan";
import { planResource, toPlanResource } from "./plan-resource";

function resourceOf(change: Partial<Plan> = {}) {
  const standard = firstPlans.find(({ id }) => id === "standard") as Plan;
  return toPlanResource({ ...standard, ...change, position: 1, updatedAt: new Date(0) });
}

it("a plan lists what a store of each type gets", () => {
  const plan = resourceOf();
  expect(planResource.parse(plan)).toEqual(plan);
  expect(plan.gives.map(({ type, summary }) => [type, summary])).toEqual([
    ["woocommerce", "Shop: 1.3 CPUs, 1.4 GB, 18 PHP workers; database: 1 CPU, 960 MB, 448 MB buffer pool"],
    [
      "medusa",
      "Server: 1.1 CPUs, 1.2 GB, 544 MB heap; storefront: 0.4 CPUs, 400 MB, 192 MB heap; database: 1 CPU, 864 MB, 208 MB shared buffers",
    ],
    ["wordpress", "Site: 1.3 CPUs, 1.4 GB, 18 PHP workers; database: 1 CPU, 960 MB, 448 MB buffer pool"],
  ]);
  expect(plan.gives[0]?.containers[0]).toEqual({
    container: "shop",
    cpuMillis: 1_250,
    memoryMib: 1_440,
    settings: [{ name: "phpWorkers", value: 18 }],
  });
});

it("a plan that is too small for a type does not list it", () => {
  expect(resourceOf({ memoryMib: 2_304 }).gives.map(({ type }) => type)).toEqual([
    "woocommerce",
    "wordpress",
  ]);
  expect(resourceOf({ cpuMillis: 1_000 }).gives).toEqual([]);
});
