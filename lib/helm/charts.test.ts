import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { measureManifest } from "@/lib/diagnosis/capacity/measure-manifest";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import { findShortfalls } from "@/lib/domain/footprint";
import { firstPlans, type Plan } from "@/lib/domain/plan";
import { buildPlanValues } from "@/lib/engines/build-plan-values";
import { listEngines } from "@/lib/engines/list-engines";
import type { StoreSizes } from "@/lib/engines/store-sizes";
import { readSettings } from "@/lib/env";
import type { KubeObject } from "@/lib/kube/kube-object";
import { helmBinary } from "@/tests/support/helm-binary";
import type { Helm, RenderInput } from "./helm";
import { createHelm } from "./render-chart";

let helm: Helm;
beforeAll(async () => {
  helm = createHelm({ binary: await helmBinary() });
});

function render(valuesFiles: string[], values: Record<string, unknown> = {}, chart = "store") {
  const input: RenderInput = {
    chart: `charts/${chart}`,
    valuesFiles,
    release: "lamps",
    namespace: "store-lamps",
    kubeVersion: "v1.37.2",
    values: { existingSecret: "store-credentials", ...values },
  };
  return helm.render(input);
}

interface PodSpec {
  containers: Container[];
  volumes: { secret?: { items: { key: string }[] } }[];
  securityContext: Record<string, unknown>;
  [field: string]: unknown;
}
interface Container {
  name: string;
  securityContext: Record<string, unknown>;
  resources: Record<"requests" | "limits", Record<"cpu" | "memory", string>>;
}

interface Quota {
  spec: { hard: Record<string, string> };
}

function podSpecs(objects: KubeObject[]): PodSpec[] {
  return objects.flatMap((object) => {
    const spec = object.spec as {
      template?: { spec: PodSpec };
      jobTemplate?: { spec: { template: { spec: PodSpec } } };
    };
    return (spec?.jobTemplate?.spec.template ?? spec?.template)?.spec ?? [];
  });
}

/** Engines by their charts: some share one. */
const engines = new Map(
  Object.values(listEngines(readSettings({}))).map((engine) => [basename(engine.chart), engine]),
);

/** Which keys of the Secret each pod sees, by its first container and volume after volume. */
async function readSecretKeys(chart: string): Promise<Record<string, string[]>> {
  return JSON.parse(await readFile(`charts/${chart}/golden/secret-keys.json`, "utf8"));
}

const chartsByWorld = [...engines.keys()].flatMap((chart) =>
  ["local", "prod"].map((world) => [chart, world] as const),
);

describe.each(chartsByWorld)("%s with values-%s.yaml", (chart, world) => {
  const files = [`values-${world}.yaml`];
  const renderIt = () => render(files, {}, chart);

  test("the manifest equals the golden file", async () => {
    const golden = `charts/${chart}/golden/values-${world}.golden.yaml`;
    const { text } = await renderIt();
    if (process.env.UPDATE_GOLDEN === "1") await writeFile(golden, text);
    expect(text).toBe(await readFile(golden, "utf8"));
  });

  test("every pod meets the Pod Security level restricted, and more", async () => {
    const specs = podSpecs((await renderIt()).objects);
    expect(specs).toHaveLength(Object.keys(await readSecretKeys(chart)).length);
    for (const spec of specs) {
      expect(spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
      expect(spec.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: expect.toSatisfy((user: number) => user > 0),
        seccompProfile: { type: "RuntimeDefault" },
      });
      for (const { securityContext } of spec.containers) {
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
      }
    }
  });

  test("all pods fit into the quota at once, including the CronJob's", async () => {
    const { objects } = await renderIt();
    const quota = objects.find(({ kind }) => kind === "ResourceQuota") as unknown as Quota;
    const { hard } = quota.spec;
    const containers = podSpecs(objects).flatMap((spec) => spec.containers);
    for (const bound of ["requests", "limits"] as const) {
      for (const resource of ["cpu", "memory"] as const) {
        const used = containers.map(({ resources }) => parseQuantity(resources[bound][resource]));
        const allowed = parseQuantity(hard[`${bound}.${resource}`] ?? "0");
        expect(used.reduce((sum, amount) => sum + amount)).toBeLessThanOrEqual(allowed);
      }
    }
    const claims = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
    const storage = claims.map((claim) => {
      const { resources } = claim.spec as { resources: { requests: { storage: string } } };
      return parseQuantity(resources.requests.storage);
    });
    expect(storage.reduce((sum, amount) => sum + amount)).toBeLessThanOrEqual(
      parseQuantity(hard["requests.storage"] ?? "0"),
    );
  });

  test("each container gets the keys that it needs, and no others", async () => {
    const keys = podSpecs((await renderIt()).objects).map(({ containers, volumes }) => [
      containers[0]?.name,
      volumes.flatMap(({ secret }) => secret?.items.map(({ key }) => key) ?? []),
    ]);
    expect(Object.fromEntries(keys)).toEqual(await readSecretKeys(chart));
  });

  test("traffic that no policy allows is denied", async () => {
    const { objects } = await renderIt();
    const policies = objects.filter(({ kind }) => kind === "NetworkPolicy").map(({ spec }) => spec);
    expect(policies).toContainEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
    for (const policy of policies as { ingress?: object[]; egress?: object[] }[]) {
      for (const rule of [...(policy.ingress ?? []), ...(policy.egress ?? [])]) {
        expect(rule).toMatchObject({ ports: expect.toSatisfy((ports: unknown[]) => ports.length > 0) });
        expect("from" in rule || "to" in rule).toBe(true);
      }
    }
  });
});

const sizedPlans = [
  ...firstPlans,
  { ...(firstPlans[0] as Plan), id: "smallest", cpuMillis: 4_000, memoryMib: 2_560 },
  { ...(firstPlans[0] as Plan), id: "giant", cpuMillis: 32_000, memoryMib: 65_536 },
];

describe.each(sizedPlans)("on the plan $id", (plan) => {
  test.each(chartsByWorld)("a %s with values-%s.yaml fits into the plan", async (chart, world) => {
    const sizes = engines.get(chart)?.sizeStore(plan) as StoreSizes;
    const values = { ...sizes.values, ...buildPlanValues(plan) };
    const { objects } = await render([`values-${world}.yaml`], values, chart);
    const containers = podSpecs(objects).flatMap((spec) => spec.containers);
    for (const { container, cpuMillis, memoryMib } of sizes.containers) {
      const { limits } = containers.find(({ name }) => name === container)?.resources ?? {};
      expect(limits).toEqual({ cpu: `${cpuMillis}m`, memory: `${memoryMib}Mi` });
    }
    expect(findShortfalls(measureManifest(objects), plan)).toEqual([]);
    const hardOf = (kind: string) => objects.find((object) => object.kind === kind)?.spec;
    expect(hardOf("ResourceQuota")).toMatchObject({
      hard: {
        pods: String(plan.pods),
        "limits.cpu": `${plan.cpuMillis}m`,
        "limits.memory": `${plan.memoryMib}Mi`,
        "requests.storage": `${plan.storageMib}Mi`,
        persistentvolumeclaims: "4",
        "services.loadbalancers": "0",
      },
    });
    expect(hardOf("LimitRange")).toMatchObject({
      limits: [
        { type: "Container", default: { cpu: expect.any(String), memory: expect.any(String) } },
        { type: "PersistentVolumeClaim", max: { storage: `${plan.volumeMib}Mi` } },
      ],
    });
  });
});

test("a store's footprint includes a second shop pod and the claims", async () => {
  const { objects } = await render([]);
  expect(measureManifest(objects)).toEqual({
    pods: [
      { cpuMillis: 250, memoryMib: 384 },
      { cpuMillis: 200, memoryMib: 256 },
    ],
    least: { pods: 4, cpuMillis: 4_000, memoryMib: 2_304, storageMib: 3_072, volumeMib: 2_048 },
  });
});

test.each([
  ["1500m", "2Gi", "300m", "1024Mi"],
  ["1.5", "1500M", "300m", "715Mi"],
  [1, "1Ti", "200m", "524288Mi"],
])(
  "the requests for limits of %s CPU and %s memory are the chart's share of the limits",
  async (cpu, memory, ...share) => {
    const { objects } = await render([], { shop: { resources: { limits: { cpu, memory } } } });
    const [shop] = podSpecs(objects).flatMap(({ containers }) =>
      containers.filter(({ name }) => name === "shop"),
    );
    expect(shop?.resources).toEqual({
      limits: { cpu: String(cpu), memory },
      requests: { cpu: share[0], memory: share[1] },
    });
  },
);

test.each([...engines])(
  "the chart %s creates a Secret with all keys if none is given",
  async (chart, engine) => {
    const { objects } = await render([], { existingSecret: "" }, chart);
    const secret = objects.find(({ kind }) => kind === "Secret") as KubeObject & {
      data: Record<string, string>;
    };
    const [made, again] = [engine.buildSecrets(), engine.buildSecrets()];
    expect(Object.keys(secret.data).sort()).toEqual(Object.keys(made).sort());
    for (const [key, value] of Object.entries(made)) {
      // What Medusa knows a key by, say.
      const prefix = /^[a-z]+_/.exec(value)?.[0] ?? "";
      const wanted = again[key]?.startsWith(prefix) ? prefix : "";
      expect(Buffer.from(secret.data[key] ?? "", "base64").toString()).toMatch(
        new RegExp(`^${wanted}\\w{20}`),
      );
    }
  },
);

interface Env {
  name: string;
  value: string;
}

/** The variables of the shop's container that the chart has not without these runtime settings. */
async function settingsOf(chart: string, runtime: object): Promise<Record<string, string>> {
  const envOf = async (values: object) => {
    const { objects } = await render(["values-local.yaml"], { ...values }, chart);
    const [shop] = podSpecs(objects.filter(({ metadata }) => metadata.name === "lamps-shop"));
    const container = shop?.containers[0] as (Container & { env: Env[] }) | undefined;
    return (container?.env ?? []).map(({ name, value }) => [name, value] as const);
  };
  const before = new Set((await envOf({})).map(([name]) => name));
  return Object.fromEntries((await envOf({ runtime })).filter(([name]) => !before.has(name)));
}

describe("runtime settings", () => {
  const runtime = {
    php: { uploadMib: 128, memoryMib: 384, maxExecutionSeconds: 300, maxInputVars: 100_000 },
    allowedOrigins: ["https://www.example.com", "http://localhost:3000"],
    constants: { WP_POST_REVISIONS: 5, WP_DEBUG: true },
  };

  test("are variables of the shop's container", async () => {
    expect(await settingsOf("store", runtime)).toEqual({
      SHOP_UPLOAD_MIB: "128",
      SHOP_REQUEST_MIB: "384",
      SHOP_REQUEST_SECONDS: "300",
      SHOP_FORM_FIELDS: "100000",
      STORE_ALLOWED_ORIGINS: "https://www.example.com http://localhost:3000",
      STORE_CONSTANTS: '{"WP_DEBUG":true,"WP_POST_REVISIONS":5}',
    });
    const { allowedOrigins } = runtime;
    expect(await settingsOf("medusa", { allowedOrigins })).toEqual({
      STORE_ALLOWED_ORIGINS: "https://www.example.com http://localhost:3000",
    });
    expect(await settingsOf("store", { php: {}, allowedOrigins: [], constants: {} })).toEqual({});
  });

  test("let every layer pass a large upload", async () => {
    const { objects } = await render(["values-local.yaml"], { runtime: { php: { uploadMib: 1_024 } } });
    const [shop] = podSpecs(objects.filter(({ metadata }) => metadata.name === "lamps-shop"));
    expect(shop?.volumes).toContainEqual({ name: "tmp", emptyDir: { sizeLimit: "3072Mi" } });
    const ingress = objects.find(({ kind }) => kind === "Ingress");
    expect(ingress?.metadata.annotations).toMatchObject({ "storeyard.dev/max-body-size": "1032m" });
  });

  test("change nothing but the shop's pods", async () => {
    const text = async (values: object) => {
      const { objects } = await render([], { ...values });
      return objects
        .filter(({ kind, metadata }) => kind !== "Deployment" || metadata.name !== "lamps-shop")
        .map((object) => JSON.stringify(object));
    };
    expect(await text({ runtime })).toEqual(await text({}));
  });

  test.each([
    ["a constant of the platform", { constants: { DB_PASSWORD: "x" } }],
    ["every origin", { allowedOrigins: ["*"] }],
    ["the origin null", { allowedOrigins: ["null"] }],
    ["too large uploads", { php: { uploadMib: 1_025 } }],
  ])("the chart refuses %s", (_, refused) => expectRefusal({ runtime: refused }, "store"));
});

test.each<[string, string, Record<string, unknown>]>([
  ["store", "an unknown type", { store: { type: "magento" } }],
  ["store", "an image that starts with a hyphen", { images: { wordpress: "--privileged" } }],
  ["medusa", "a type", { store: { type: "medusa" } }],
  ["medusa", "an image that starts with a hyphen", { images: { storefront: "--privileged" } }],
])("the chart %s refuses %s", async (chart, _, values) => expectRefusal(values, chart));

async function expectRefusal(values: Record<string, unknown>, chart: string): Promise<void> {
  await expect(render(["values-local.yaml"], values, chart)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("values don't meet the specifications"),
  });
}
