import { describe, expect, test } from "vitest";
import { componentLabel } from "@/lib/diagnosis/store-snapshot";
import { platformComponents } from "@/lib/domain/cause";
import { platformSteps } from "@/lib/domain/step";
import { credentialsSecret, type Store } from "@/lib/domain/store";
import { readSettings, variableOf } from "@/lib/env";
import { createHelm } from "@/lib/helm/render-chart";
import { helmBinary } from "@/tests/support/helm-binary";
import { collectedIcons } from "./collected-icons";
import { engineProfiles } from "./engine-profiles";
import { getEngine } from "./get-engine";
import { listEngines } from "./list-engines";
import { storeTypes } from "./store-types";

const images = storeTypes.flatMap((type) => Object.values(getEngine(engineProfiles, type).imageNames));
const settings = readSettings({
  ...Object.fromEntries(images.map((name) => [variableOf(name, "IMAGE"), `localhost/${name}:test`])),
  ...Object.fromEntries(storeTypes.map((type) => [variableOf(type, "AVAILABLE"), "true"])),
  INGRESS_CLASS: "some-class",
});

const base = {
  name: "lamps",
  url: "http://store-lamps.localhost:8080",
  config: {
    title: `"Lamps" & $(HOME) {{ more }}`,
    adminEmail: "o'hara@example.com",
    country: "DE",
    currency: "EUR",
    sampleProduct: true,
  },
  runtimeSettings: {},
} as Store;

interface PodSpec {
  containers: { env: { name: string; value?: string }[] }[];
  volumes: { secret?: { secretName: string; items: { key: string }[] } }[];
}

/** What the control loop relies on, whatever kind of shop it is. */
describe.each(storeTypes)("the engine %s", (type) => {
  const engine = getEngine(listEngines(settings), type);
  const store: Store = { ...base, type };

  async function render({ buildValues } = engine) {
    const helm = createHelm({ binary: await helmBinary() });
    return helm.render({
      chart: engine.chart,
      valuesFiles: settings.valuesFiles,
      release: store.name,
      namespace: "store-lamps",
      values: buildValues(store, engine.images),
    });
  }

  test("has a complete profile", () => {
    expect(engine).toMatchObject({ ...engineProfiles[type] });
    expect(engine.gives).toMatch(/\.$/);
    expect(collectedIcons[type]).toBeDefined();
  });

  test("declares parts whose names differ from all step names, and requires at least one", () => {
    const names = engine.parts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[a-z][a-z0-9-]{0,40}$/);
      // `order` is what earlier versions called the last step.
      expect([...platformSteps, ...platformComponents, "order"]).not.toContain(name);
    }
    expect(engine.parts[0]?.readiness).toBe("rollout");
    for (const { workload, readiness } of engine.parts) {
      expect(readiness === "not_required" || workload !== "CronJob").toBe(true);
    }
    expect(engine.verification).toMatch(/^[A-Z].*[^.]$/);
  });

  test("renders the host from the store's row, whatever address new stores get", async () => {
    const moved = readSettings({
      TLS_BEFORE_INGRESS: "true",
      STORE_SCHEME: "https",
      STORE_DOMAIN: "shops.example.com",
    });
    const { store: values } = getEngine(listEngines(moved), type).buildValues(store, engine.images) as {
      store: { host: string; url: string };
    };
    expect(values).toMatchObject({ host: "store-lamps.localhost", url: "http://store-lamps.localhost:8080" });
  });

  test("tells each container that visitors reach if a proxy before the ingress ends TLS", async () => {
    const behind = readSettings({ TLS_BEFORE_INGRESS: "true", STORE_SCHEME: "https" });
    const { objects } = await render(getEngine(listEngines(behind), type));
    const shop = objects.find(
      ({ kind, metadata }) => kind === "Deployment" && metadata.name === "lamps-shop",
    );
    const { containers } = (shop as unknown as { spec: { template: { spec: PodSpec } } }).spec.template.spec;
    expect(containers.length).toBeGreaterThan(0);
    for (const { env } of containers) expect(env).toContainEqual({ name: "STORE_TLS_PROXY", value: "true" });
    expect((await render()).text).not.toContain("STORE_TLS_PROXY");
  });

  test("is available if all its images exist, and otherwise names the missing image", () => {
    expect(engine.availability()).toEqual({ available: true });
    const [name = ""] = Object.values(engine.imageNames);
    const withoutOne = { ...settings, images: { ...settings.images, [name]: "" } };
    expect(getEngine(listEngines(withoutOne), type).availability()).toEqual({
      available: false,
      reason: expect.stringMatching(new RegExp(`\\b${name}\\b.*\\.$`)),
    });
  });

  test("is unavailable if the settings exclude it", () => {
    const said = {
      ...settings,
      availability: { [type]: { available: false, reason: "Not here." } as const },
    };
    expect(getEngine(listEngines(said), type).availability()).toEqual({
      available: false,
      reason: "Not here.",
    });
  });

  test("has admin pages below the store's URL, with a user name", () => {
    const { url, username, lostPassword, name } = engine.admin(store);
    expect(url.startsWith(`${store.url}/`)).toBe(true);
    expect([username, name].every((text) => text.length > 0)).toBe(true);
    expect(lostPassword).toMatch(/\.$/);
  });

  test("generates new secrets for each store, including the admin's password and the platform's key", () => {
    const [one, two] = [engine.buildSecrets(), engine.buildSecrets()];
    expect(Object.keys(one)).toEqual(expect.arrayContaining(["admin-password", "platform-key"]));
    expect(Object.keys(two)).toEqual(Object.keys(one));
    for (const [key, secret] of Object.entries(one)) {
      expect(secret).not.toBe(two[key]);
      expect(secret.length).toBeGreaterThanOrEqual(20);
    }
  });

  test("builds deterministic values without secrets that its chart accepts", async () => {
    const { text, digest } = await render();
    expect((await render()).digest).toBe(digest);
    expect(text).not.toContain("kind: Secret\n");
    expect(text).toContain(new URL(store.url).hostname);
    expect(text).toContain(store.config.adminEmail);
    expect(text).toContain("some-class");
    for (const name of Object.values(engine.imageNames)) expect(text).toContain(`localhost/${name}:test`);
  });

  test("mounts only keys that the Secret contains", async () => {
    const { objects } = await render();
    const specs = objects.flatMap(({ kind, spec }) => {
      const isWorkload = kind === "Deployment" || kind === "StatefulSet";
      return isWorkload ? [(spec as { template: { spec: PodSpec } }).template.spec] : [];
    });
    const secrets = specs.flatMap(({ volumes }) => volumes.flatMap(({ secret }) => secret ?? []));
    expect(secrets.length).toBeGreaterThan(0);
    const known = Object.keys(engine.buildSecrets());
    for (const { secretName, items } of secrets) {
      expect(secretName).toBe(credentialsSecret);
      expect(known).toEqual(expect.arrayContaining(items.map(({ key }) => key)));
    }
  });

  test("renders the workload and claims of each part, and the isolation objects", async () => {
    const { objects } = await render();
    for (const { name, workload, container, claims } of engine.parts) {
      const found = objects.find(
        ({ kind, metadata }) => kind === workload && metadata.labels?.[componentLabel] === name,
      );
      expect(JSON.stringify(found?.spec), `${workload} ${name}`).toContain(`"name":"${container}"`);
      for (const claim of claims) {
        const ofStore = `${store.name}-${claim}`;
        expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toContain(
          `PersistentVolumeClaim ${ofStore}`,
        );
      }
    }
    const kinds = objects.map(({ kind }) => kind);
    for (const kind of ["ResourceQuota", "LimitRange", "NetworkPolicy", "ServiceAccount", "Ingress"]) {
      expect(kinds).toContain(kind);
    }
  });
});
