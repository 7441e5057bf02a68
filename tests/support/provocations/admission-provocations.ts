import type { V1LimitRange } from "@kubernetes/client-node";
import type { KubeObject } from "@/lib/kube/kube-object";
import { container, find, podOf, templateOf } from "./edit-objects";
import type { Provocation } from "./provocation";

/** Objects that the API server refuses. */
export const admissionProvocations: Record<string, Provocation> = {
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
};

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
