import { beforeAll, describe, expect, it } from "vitest";
import { measureManifest } from "@/lib/diagnosis/capacity/measure-manifest";
import { firstPlans } from "@/lib/domain/plan";
import { buildPlanValues } from "@/lib/engines/build-plan-values";
import { createHelm } from "@/lib/helm/render-chart";
import { helmBinary } from "@/tests/support/helm-binary";
import { createTestPlatform } from "@/tests/support/test-platform";
import { type FootprintOf, measureStores } from "./measure-stores";

const { deps } = createTestPlatform({
  env: {
    MEDUSA_IMAGE: "localhost/medusa:test",
    MEDUSA_STOREFRONT_IMAGE: "localhost/storefront:test",
    POSTGRES_IMAGE: "localhost/postgres:test",
  },
});
let footprintOf: FootprintOf;
beforeAll(async () => {
  deps.helm = createHelm({ binary: await helmBinary() });
  footprintOf = await measureStores(deps);
});

describe.each(Object.entries(deps.engines))("a store of type %s", (type, engine) => {
  it.each(firstPlans)("on the plan $id requests the amounts of its chart", async (plan) => {
    const { objects } = await deps.helm.render({
      chart: engine.chart,
      valuesFiles: deps.settings.valuesFiles,
      release: "sample",
      namespace: "store-sample",
      values: { images: engine.images, ...engine.sizeStore(plan).values, ...buildPlanValues(plan) },
    });
    expect(footprintOf(type, plan)?.pods).toEqual(measureManifest(objects).pods);
  });

  it("needs the same minimum on every plan", () => {
    const [small, large] = ["small", "large"].map((id) =>
      footprintOf(type, firstPlans.find((plan) => plan.id === id) ?? { cpuMillis: 0, memoryMib: 0 }),
    );
    expect(small?.least).toEqual(large?.least);
    expect(small?.least).toMatchObject({ cpuMillis: 4_000, memoryMib: type === "medusa" ? 2_560 : 2_304 });
  });
});

it("of an unknown type is unknown", () => {
  expect(footprintOf("magento", { cpuMillis: 4_000, memoryMib: 4_096 })).toBeNull();
});
