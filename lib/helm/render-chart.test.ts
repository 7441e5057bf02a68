import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helmBinary } from "@/tests/support/helm-binary";
import type { Helm, RenderInput } from "./helm";
import { createHelm } from "./render-chart";

let helm: Helm;
let scratch: string;
beforeAll(async () => {
  helm = createHelm({ binary: await helmBinary() });
  scratch = await mkdtemp(join(tmpdir(), "render-"));
});
afterAll(() => rm(scratch, { recursive: true }));

const input: RenderInput = {
  chart: "charts/store",
  valuesFiles: ["values-local.yaml"],
  release: "lamps",
  namespace: "store-lamps",
  values: { existingSecret: "store-credentials" },
  kubeVersion: "v1.37.2",
};
const withValues = (values: Record<string, unknown>) => ({
  ...input,
  values: { ...input.values, ...values },
});

test("the objects are ordered, in the store's namespace, and marked as Helm's", async () => {
  const { objects, text } = await helm.render(input);
  expect(text).toMatch(/^---\n# Source: store\//);
  expect(objects[0]?.kind).toBe("NetworkPolicy");
  expect(objects.at(-1)?.kind).toBe("Ingress");
  for (const { metadata } of objects) {
    expect(metadata.namespace).toBe("store-lamps");
    expect(metadata.labels).toMatchObject({
      "app.kubernetes.io/managed-by": "Helm",
      "app.kubernetes.io/instance": "lamps",
      "storeyard.dev/store": "lamps",
    });
    expect(metadata.annotations).toMatchObject({
      "meta.helm.sh/release-name": "lamps",
      "meta.helm.sh/release-namespace": "store-lamps",
    });
  }
});

test("values override the values file, which overrides the chart's defaults", async () => {
  const { text } = await helm.render(withValues({ shop: { storage: "3Gi" } }));
  expect(text).toContain(`storage: "3Gi"`);
  expect(text).toContain(`storage: "256Mi"`);
  expect(text).not.toContain(`storage: "1Gi"`);
});

test("equal values have equal digests, and different values different ones", async () => {
  const fresh = createHelm({ binary: await helmBinary() });
  const [once, again, other] = await Promise.all([
    helm.render(input),
    fresh.render(input),
    helm.render(withValues({ store: { title: "Other" } })),
  ]);
  expect(again).toEqual(once);
  expect(other.digest).not.toBe(once.digest);
});

test("a render is reused until its chart changes", async () => {
  const chart = join(scratch, "store");
  await cp("charts/store", chart, { recursive: true });
  const first = await helm.render({ ...input, chart });
  expect(await helm.render({ ...input, chart })).toBe(first);
  await writeFile(
    join(chart, "templates", "more.yaml"),
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: more}}",
  );
  const second = await helm.render({ ...input, chart });
  expect(second.objects.map(({ metadata }) => metadata.name)).toContain("more");
});

test("a change to a library chart is a change to the chart", async () => {
  const house = join(scratch, "charts");
  await cp("charts", house, { recursive: true, verbatimSymlinks: true });
  const shared = { ...input, chart: join(house, "store") };
  const first = await helm.render(shared);
  const part = join(house, "store-parts/templates/_service-account.tpl");
  await writeFile(part, (await readFile(part, "utf8")).replace("kind: ", "# changed\nkind: "));
  expect((await helm.render(shared)).digest).not.toBe(first.digest);
});

test("rendered objects are frozen", async () => {
  const { objects } = await helm.render(input);
  expect(() => Object.assign(objects[0]?.metadata ?? {}, { name: "x" })).toThrow(TypeError);
});

test.each([
  `"quoted" 'both' \\ back`,
  "# no comment: {a: 1} [b] & *c !d |e >f %g @h `i`",
  "{{ .Values.images }} $(DATABASE_HOST) $$ $HOME `id`",
  "--- <b>Ünïcode</b> 😀 null",
  "yes",
  "true",
  "2026-01-02",
  "1e3",
])("any title is rendered as text: %s", async (title) => {
  const { objects } = await helm.render(withValues({ store: { title } }));
  const shop = objects.find(({ kind }) => kind === "Deployment") as unknown as {
    spec: { template: { spec: { containers: { env: { name: string; value: string }[] }[] } } };
  };
  const env = shop.spec.template.spec.containers[0]?.env.find(({ name }) => name === "STORE_TITLE");
  // Kubernetes turns $$ back into $ and would follow a lone $(NAME).
  expect(env?.value.replaceAll("$$", "$")).toBe(title);
  expect(env?.value.replaceAll("$$", "")).not.toContain("$");
});

test("values that the schema refuses are invalid, with Helm's message on one line", async () => {
  const refused = helm.render(withValues({ store: { country: "Deutschland" } }));
  await expect(refused).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(/^values don't meet the specifications.*'\/store\/country'.*$/),
  });
  await expect(helm.render({ ...input, release: "1st" })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining(`The release name "1st" can't be a store's`),
  });
});

test("a missing chart is invalid, and a release name is never parsed as an option", async () => {
  await expect(helm.render({ ...input, chart: join(scratch, "none") })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(helm.render({ ...input, release: "--debug" })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("--debug"),
  });
});

test("without a helm binary, rendering is unavailable and the message says what to do", async () => {
  await expect(createHelm({ binary: join(scratch, "helm") }).render(input)).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("set HELM"),
  });
});
