import { setTimeout as delay } from "node:timers/promises";
import type { KubeObject } from "@/lib/kube/kube-object";
import { applyObjects } from "./apply-objects";
import { kubectl } from "./kubectl";

export interface HeldPods {
  /** Lets pods come again. To be called in any case: the rule is the whole cluster's. */
  release(): Promise<void>;
}

type Labels = Record<string, string>;

const group = "admissionregistration.k8s.io/v1";
const newPods = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] };

/** Has the cluster refuse every new pod of a store's component, by a rule with this sentence: for good, as it says. */
export function refusePods(store: string, component: string, message: string): Promise<HeldPods> {
  return hold(store, component, (name, matchLabels) => [
    {
      apiVersion: group,
      kind: "ValidatingAdmissionPolicy",
      metadata: { name },
      spec: {
        matchConstraints: { resourceRules: [newPods], objectSelector: { matchLabels } },
        validations: [{ expression: "false", message }],
      },
    },
    {
      apiVersion: group,
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name },
      spec: { policyName: name, validationActions: ["Deny"] },
    },
  ]);
}

/** Keeps every new pod of a store's component waiting for a check that does not answer: a create waits as long. */
export function stallPods(store: string, component: string): Promise<HeldPods> {
  return hold(store, component, (name, matchLabels) => [
    {
      apiVersion: group,
      kind: "ValidatingWebhookConfiguration",
      metadata: { name },
      webhooks: [
        {
          name: "check.example.com",
          clientConfig: { url: "https://127.0.0.1:1/" },
          rules: [newPods],
          objectSelector: { matchLabels },
          failurePolicy: "Fail",
          sideEffects: "None",
          admissionReviewVersions: ["v1"],
        },
      ],
    },
  ]);
}

async function hold(
  store: string,
  component: string,
  build: (name: string, labels: Labels) => KubeObject[],
): Promise<HeldPods> {
  const name = `storeyard-test-${store}-${component}`;
  const labels = { "storeyard.dev/store": store, "app.kubernetes.io/component": component };
  const objects = build(name, labels);
  await applyObjects(...objects);
  await until(() => isHeld(labels));
  return {
    async release() {
      for (const { kind } of objects.toReversed()) await kubectl("delete", kind, name, "--ignore-not-found");
      await until(async () => !(await isHeld(labels)));
    },
  };
}

/** The API server takes a moment to learn of a rule: it is asked for a pod that it need not keep. */
async function isHeld(labels: Labels): Promise<boolean> {
  const given = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const pod = ["run", "held-or-not", "--image=none", `--labels=${given.join(",")}`];
  return kubectl(...pod, "-n", "default", "--dry-run=server", "-o", "name").then(
    () => false,
    (error: Error) => {
      if (!/ValidatingAdmissionPolicy|failed calling webhook/.test(error.message)) throw error;
      return true;
    },
  );
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error("The cluster did not follow the rule within a minute.");
    await delay(200);
  }
}
