import type { V1Container, V1LimitRange, V1PodSpec } from "@kubernetes/client-node";
import type { CauseCode } from "@/lib/domain/cause";
import type { KubeObject } from "@/lib/kube/kube-object";

/** A situation that keeps a store from being ready, on a real cluster. */
export interface Provocation {
  /** The resulting cause; absent if nothing is wrong. */
  code?: CauseCode;
  /** Matches the cause's detail or the snapshot's JSON once the situation is fully visible. */
  until?: RegExp;
  /** The part of the store to apply; both if absent. */
  only?: "shop" | "database" | "cron";
  values?: Record<string, unknown>;
  withoutSecret?: true;
  /** The namespace's level; `restricted` where absent. */
  podSecurity?: "baseline";
  /** Changes the rendered objects before they are applied. */
  change?(objects: KubeObject[], namespace: string): void;
  /** Objects outside of the namespace; removed afterwards. */
  clusterObjects?: KubeObject[];
  /** Deletes the namespace and reads it while it terminates. */
  terminating?: true;
}

interface Template {
  metadata: { annotations?: Record<string, string> };
  spec: V1PodSpec;
}

function find<T>(objects: KubeObject[], kind: string): T {
  const object = objects.find((candidate) => candidate.kind === kind);
  if (!object) throw new Error(`the chart renders no ${kind}`);
  return object as T;
}

function templateOf(objects: KubeObject[], kind: "Deployment" | "StatefulSet" = "Deployment"): Template {
  return find<{ spec: { template: Template } }>(objects, kind).spec.template;
}

/** The pod that a Deployment or StatefulSet describes. */
function podOf(objects: KubeObject[], kind?: "Deployment" | "StatefulSet"): V1PodSpec {
  return templateOf(objects, kind).spec;
}

function container(objects: KubeObject[], kind?: "Deployment" | "StatefulSet"): V1Container {
  const [first] = podOf(objects, kind).containers;
  if (!first) throw new Error("the chart renders no container");
  return first;
}

function withoutProbes(target: V1Container): V1Container {
  for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"] as const) delete target[probe];
  return target;
}

function scaleDown(objects: KubeObject[]): void {
  Object.assign(find<KubeObject>(objects, "Deployment").spec as object, { replicas: 0 });
}

function say(...lines: string[]): string[] {
  return ["sh", "-c", lines.join("\n")];
}

const image = (reference: string): Provocation => ({
  code: "image_unavailable",
  until: /"reason":"ImagePullBackOff"/,
  only: "shop",
  values: { images: { wordpress: reference } },
});
const storageClass = (name: string, fields: Record<string, unknown>): KubeObject => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name },
  ...fields,
});

/** `registry` is the address of a registry that answers by the repository's name: missing, denied or broken. */
export function buildProvocations(registry: string): Record<string, Provocation> {
  return {
    "image-not-in-cluster": image("localhost/storeyard/wordpress:nope"),
    "image-registry-unknown": image("registry.invalid/storeyard/wordpress:1"),
    "image-missing": image(`${registry}/missing:1`),
    "image-denied": image(`${registry}/denied:1`),
    "image-registry-broken": image(`${registry}/broken:1`),
    "image-name-invalid": {
      ...image(""),
      until: /InvalidImageName/,
      values: {},
      change(objects) {
        container(objects).image = "Not A Name";
      },
    },
    "image-never-pulled": {
      ...image("docker.io/storeyard/wordpress:nope"),
      until: /ErrImageNeverPull/,
      values: { images: { wordpress: "docker.io/storeyard/wordpress:nope", pullPolicy: "Never" } },
    },
    "quota-full-shop": {
      code: "quota_exceeded",
      only: "shop",
      values: { quota: { "requests.cpu": "50m" } },
    },
    "quota-full-database": { code: "quota_exceeded", only: "database", values: { quota: { pods: "0" } } },
    "quota-wants-limits": {
      code: "quota_exceeded",
      only: "shop",
      change(objects) {
        delete container(objects).resources;
        objects.splice(
          objects.findIndex(({ kind }) => kind === "LimitRange"),
          1,
        );
      },
    },
    "limit-range-exceeded": {
      code: "admission_refused",
      only: "shop",
      change(objects) {
        const [limit] = find<V1LimitRange>(objects, "LimitRange").spec?.limits ?? [];
        if (limit) limit.max = { memory: "512Mi" };
      },
    },
    "volume-class-unknown": {
      code: "volume_unbound",
      only: "database",
      values: { storageClassName: "none" },
    },
    "volume-without-class": {
      code: "volume_unbound",
      only: "database",
      change(objects) {
        Object.assign(find<KubeObject>(objects, "PersistentVolumeClaim").spec as object, {
          storageClassName: "",
        });
      },
    },
    "volume-never-made": {
      code: "starting",
      until: /is still creating/,
      only: "database",
      values: { storageClassName: "storeyard-never" },
      clusterObjects: [storageClass("storeyard-never", { provisioner: "storeyard.dev/nobody" })],
    },
    "volume-waits-for-pod": {
      code: "starting",
      until: /is created as soon as/,
      only: "database",
      values: { storageClassName: "storeyard-later" },
      clusterObjects: [
        storageClass("storeyard-later", {
          provisioner: "storeyard.dev/nobody",
          volumeBindingMode: "WaitForFirstConsumer",
        }),
      ],
      change(objects) {
        podOf(objects, "StatefulSet").nodeSelector = { "storeyard.dev/nowhere": "true" };
      },
    },
    "crash-loop": {
      code: "crash_loop",
      until: /CrashLoopBackOff/,
      only: "database",
      change(objects) {
        const target = withoutProbes(container(objects, "StatefulSet"));
        target.command = say("echo starting", "echo 'InnoDB: ib_logfile0 is corrupt' >&2", "exit 3");
      },
    },
    "out-of-memory": {
      code: "out_of_memory",
      only: "database",
      change(objects) {
        const target = withoutProbes(container(objects, "StatefulSet"));
        target.command = ["tail", "/dev/zero"];
        target.resources = { requests: { memory: "16Mi" }, limits: { memory: "32Mi" } };
      },
    },
    "program-missing": {
      code: "container_config",
      only: "shop",
      change(objects) {
        container(objects).command = ["/no/such/program"];
      },
    },
    "probe-failing": {
      code: "probe_failing",
      only: "shop",
      change(objects) {
        const target = withoutProbes(container(objects));
        target.command = say("sleep 600");
        target.readinessProbe = { httpGet: { path: "/", port: 8080 }, periodSeconds: 2 };
      },
    },
    "probe-kills": {
      code: "probe_failing",
      until: /was restarted/,
      only: "shop",
      change(objects) {
        const target = withoutProbes(container(objects));
        podOf(objects).terminationGracePeriodSeconds = 1;
        target.command = say("sleep 600");
        target.livenessProbe = { tcpSocket: { port: 8080 }, periodSeconds: 1, failureThreshold: 2 };
        target.readinessProbe = { tcpSocket: { port: 8080 }, periodSeconds: 1 };
      },
    },
    "no-machine-with-room": {
      code: "unschedulable",
      only: "shop",
      values: { quota: { "requests.cpu": "100", "limits.cpu": "200" } },
      change(objects) {
        container(objects).resources = { requests: { cpu: "64", memory: "256Mi" }, limits: { cpu: "64" } };
      },
    },
    "no-machine-selected": {
      code: "unschedulable",
      only: "shop",
      change(objects) {
        podOf(objects).nodeSelector = { "storeyard.dev/nowhere": "true" };
      },
    },
    "machine-kept-for-others": {
      code: "unschedulable",
      only: "shop",
      clusterObjects: [
        {
          apiVersion: "v1",
          kind: "Node",
          metadata: { name: "storeyard-kept", labels: { "storeyard.dev/kept": "true" } },
          spec: { taints: [{ key: "dedicated", value: "billing", effect: "NoSchedule" }] },
        },
      ],
      change(objects) {
        podOf(objects).nodeSelector = { "storeyard.dev/kept": "true" };
      },
    },
    "security-refused": {
      code: "admission_refused",
      only: "shop",
      change(objects) {
        podOf(objects).hostNetwork = true;
        container(objects).securityContext = { capabilities: { add: ["SYS_ADMIN"] } };
      },
    },
    "policy-refused": {
      code: "admission_refused",
      only: "shop",
      clusterObjects: buildPolicy(),
      change(objects) {
        templateOf(objects).metadata.annotations = {
          "storeyard.dev/forbidden": "true",
        };
      },
    },
    "webhook-away": {
      code: "admission_refused",
      until: /failed calling webhook/,
      only: "shop",
      clusterObjects: [
        {
          apiVersion: "admissionregistration.k8s.io/v1",
          kind: "ValidatingWebhookConfiguration",
          metadata: { name: "storeyard-away" },
          webhooks: [
            {
              name: "images.example.com",
              clientConfig: { url: "https://127.0.0.1:1/" },
              rules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] }],
              objectSelector: { matchLabels: { "storeyard.dev/store": "webhook-away" } },
              failurePolicy: "Fail",
              sideEffects: "None",
              admissionReviewVersions: ["v1"],
            },
          ],
        },
      ],
    },
    "account-missing": {
      code: "admission_refused",
      only: "database",
      change(objects) {
        podOf(objects, "StatefulSet").serviceAccountName = "nobody";
      },
    },
    "secret-missing": { code: "container_config", only: "database", withoutSecret: true },
    "secret-key-missing": {
      code: "container_config",
      only: "shop",
      change(objects) {
        const valueFrom = { secretKeyRef: { name: "store-credentials", key: "no-such-key" } };
        container(objects).env?.push({ name: "EXTRA", valueFrom });
      },
    },
    "secret-missing-in-environment": {
      code: "container_config",
      only: "shop",
      change(objects) {
        const valueFrom = { secretKeyRef: { name: "nothing", key: "password" } };
        container(objects).env?.push({ name: "EXTRA", valueFrom });
      },
    },
    "mounted-key-missing": {
      code: "container_config",
      only: "shop",
      change(objects) {
        podOf(objects).volumes?.push({
          name: "extra",
          secret: { secretName: "store-credentials", items: [{ key: "no-such-key", path: "x" }] },
        });
        container(objects).volumeMounts?.push({ name: "extra", mountPath: "/extra" });
      },
    },
    "image-runs-as-root": {
      code: "container_config",
      only: "database",
      podSecurity: "baseline",
      change(objects) {
        podOf(objects, "StatefulSet").securityContext = { runAsUser: 0, runAsNonRoot: true };
      },
    },
    "cron-image-missing": {
      code: "image_unavailable",
      only: "cron",
      values: {
        cron: { schedule: "* * * * *" },
        images: { wordpress: "localhost/storeyard/wordpress:nope" },
      },
    },
    "scaled-to-zero": {
      code: "starting",
      until: /is scaled to 0/,
      only: "shop",
      change(objects) {
        scaleDown(objects);
      },
    },
    starting: { code: "starting", until: /The database is starting/ },
    ready: {},
    "namespace-held": {
      code: "namespace_terminating",
      until: /finalizers remaining/,
      only: "shop",
      terminating: true,
      change(objects) {
        find<KubeObject>(objects, "PersistentVolumeClaim").metadata.finalizers = ["storeyard.dev/held"];
        scaleDown(objects);
      },
    },
  };
}

function buildPolicy(): KubeObject[] {
  const name = "storeyard-forbidden";
  const group = "admissionregistration.k8s.io/v1";
  return [
    {
      apiVersion: group,
      kind: "ValidatingAdmissionPolicy",
      metadata: { name },
      spec: {
        matchConstraints: {
          resourceRules: [
            { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] },
          ],
        },
        validations: [
          {
            expression:
              "!has(object.metadata.annotations) || !('storeyard.dev/forbidden' in object.metadata.annotations)",
            message: "pods may not carry the forbidden annotation",
          },
        ],
      },
    },
    {
      apiVersion: group,
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name },
      spec: { policyName: name, validationActions: ["Deny"] },
    },
  ];
}
