import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assembleApp } from "@/lib/assemble-app";
import { openDatabase } from "@/lib/db/connect";
import { plans, sessions, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { ClusterCapacity } from "@/lib/domain/cluster-capacity";
import type { Footprint } from "@/lib/domain/footprint";
import type { PlanResources } from "@/lib/domain/plan";
import type { StoreType } from "@/lib/domain/store";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { Engine } from "@/lib/engines/engine";
import { readSettings } from "@/lib/env";
import { buildManifest } from "@/lib/helm/build-manifest";
import type { Helm, RenderInput } from "@/lib/helm/helm";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import type { AppContext, Ctx } from "@/lib/services/app-context";
import { createFakeCluster, type FakeCluster } from "./fake-kube";

export interface TestPlatform {
  deps: OperationDeps;
  cluster: FakeCluster;
  app: AppContext;
  /** The services' context for a new account. */
  as(email: string, role?: Actor["role"]): Ctx;
  allEvents(): StoreEvent[];
}

/**
 * The platform as boot assembles it, without its worker: with its own database, and with fakes of Kubernetes and Helm.
 */
export function createTestPlatform(
  options: {
    autoReady?: boolean;
    env?: Record<string, string>;
    /** The cap of every plan; by default that of a new installation. */
    storesPerUser?: number;
    /** The resources of stores, on every plan or by plan; unknown by default. */
    footprints?: Partial<Record<StoreType, Footprint | ((plan: PlanResources) => Footprint)>>;
    /** The cluster's capacity; unknown by default. */
    capacity?: () => ClusterCapacity;
    verify?: Engine["verify"];
    readVersions?: Engine["readVersions"];
    checkedPages?: readonly string[];
    /** What the shop says that its image supports. */
    features?: readonly string[] | null;
    /** The rate limits' clock, in milliseconds. */
    now?: () => number;
  } = {},
): TestPlatform {
  const directory = mkdtempSync(join(tmpdir(), "storeyard-"));
  const settings = readSettings({
    STOREYARD_STATE: directory,
    WORDPRESS_IMAGE: "localhost/wordpress:test",
    MARIADB_IMAGE: "localhost/mariadb:test",
    WOOCOMMERCE_AVAILABLE: "true",
    LOG_LEVEL: "silent",
    NEXTAUTH_SECRET: "a-secret-of-more-than-thirty-two-characters",
    ...options.env,
  });
  const db = openDatabase(settings.databaseFile);
  if (options.storesPerUser !== undefined) {
    db.update(plans).set({ storesPerUser: options.storesPerUser }).run();
  }
  const cluster = createFakeCluster({ autoReady: options.autoReady ?? true });
  const assembled = assembleApp({
    settings,
    db,
    kube: cluster.kube,
    view: cluster.view,
    helm: fakeHelm,
    clusterCapacity: () => options.capacity?.() ?? null,
    footprintOf: (type, plan) => {
      const footprint = options.footprints?.[type] ?? null;
      return typeof footprint === "function" ? footprint(plan) : footprint;
    },
    stopping: new AbortController().signal,
    now: options.now,
  });
  const { deps } = assembled;
  const { events } = deps;
  for (const engine of Object.values(deps.engines)) {
    engine.verify = options.verify ?? (async () => {});
    // No shop answers in these tests.
    Object.assign(engine, { checkedPages: options.checkedPages ?? [] });
    engine.readVersions = options.readVersions ?? (async () => [{ name: "WooCommerce", version: "9.5.1" }]);
  }
  // These read a shop or its Secret, which exist only after an operation ran.
  const app: AppContext = {
    ...assembled.app,
    readAdminPassword: async () => "generated-password",
    setOwnerPassword: async () => "admin",
    setSafeMode: async () => {},
    callPageCache: async () => ({ on: true, replaced: false, hits: 3, misses: 1 }),
    readFeatures: async () => options.features ?? ["runtime_settings"],
    openAdmin: async () => ({
      path: "/sign-in",
      fields: { ticket: "one-time-ticket" },
      expiresInSeconds: 60,
    }),
  };
  return {
    deps,
    cluster,
    app,
    as(email, role = "member") {
      const id = randomUUID();
      const now = new Date();
      db.insert(users).values({ id, email, passwordHash: "-", role, createdAt: now }).run();
      const sessionId = randomUUID();
      const expiresAt = new Date(now.getTime() + 60_000);
      db.insert(sessions)
        .values({ id: sessionId, userId: id, method: "password", createdAt: now, lastSeenAt: now, expiresAt })
        .run();
      return {
        app,
        actor: { userId: id, email, role, credential: { kind: "session", id: sessionId, scope: "admin" } },
        origin: { requestId: randomUUID(), address: "127.0.0.1", userAgent: "tests" },
      };
    },
    allEvents: () => events.list({}, 0, 10_000),
  };
}

/** A chart with one object of each kind that the loop handles differently. */
const fakeHelm: Helm = {
  async render({ release, namespace, values }: RenderInput) {
    const { images, quota, store, secretsRevision, runtime, ...parts } = values as {
      shop: { resources: object };
      database: { resources: object };
      store: { url: string };
      images: { wordpress: string; mariadb: string };
      quota: Record<string, string>;
      secretsRevision?: number;
      runtime?: object;
    };
    const object = (kind: string, apiVersion: string, name: string, component: string, rest: object) =>
      JSON.stringify({
        apiVersion,
        kind,
        metadata: {
          name,
          namespace,
          labels: { "storeyard.dev/store": release, "app.kubernetes.io/component": component },
        },
        ...rest,
      });
    const pod = (component: "shop" | "database", image: string, env: object[] = []) => ({
      replicas: 1,
      selector: { matchLabels: { "app.kubernetes.io/component": component } },
      template: {
        metadata: {
          labels: { "storeyard.dev/store": release, "app.kubernetes.io/component": component },
          ...(secretsRevision && { annotations: { "storeyard.dev/secrets-revision": `${secretsRevision}` } }),
        },
        spec: { containers: [{ name: component, image, env, resources: parts[component].resources }] },
      },
    });
    const text = [
      object("ResourceQuota", "v1", `${release}-quota`, "store", { spec: { hard: quota } }),
      ...["shop", "database"].map((part) =>
        object("PersistentVolumeClaim", "v1", `${release}-${part}`, part, {
          spec: {
            accessModes: ["ReadWriteOnce"],
            storageClassName: "local-path",
            resources: { requests: { storage: "256Mi" } },
          },
        }),
      ),
      object("Service", "v1", `${release}-shop`, "shop", { spec: { ports: [{ port: 80 }] } }),
      object("Deployment", "apps/v1", `${release}-shop`, "shop", {
        spec: pod("shop", images.wordpress, [
          { name: "STORE_URL", value: store.url },
          ...(runtime ? [{ name: "RUNTIME", value: JSON.stringify(runtime) }] : []),
        ]),
      }),
      object("StatefulSet", "apps/v1", `${release}-database`, "database", {
        spec: pod("database", images.mariadb),
      }),
    ].join("\n---\n");
    return buildManifest(text, { name: release, namespace });
  },
};
