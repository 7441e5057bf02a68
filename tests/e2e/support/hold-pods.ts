import type { KubeObject } from "@/lib/kube/kube-object";
import { applyToFake, deleteFromFake } from "./fake-objects";
import type { PagesApp } from "./start-pages-app";

export interface HeldPods {
  /** Lets pods come again. */
  release(): Promise<void>;
}

interface Place {
  store: string;
  component: string;
}

const group = "admissionregistration.k8s.io/v1";

/** Has the fake cluster refuse every new pod of a store's component, by a rule with this sentence: for good, as it says. */
export function refusePods(app: PagesApp, place: Place, message: string): Promise<HeldPods> {
  return hold(app, "validatingadmissionpolicies", {
    apiVersion: group,
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: nameOf(place) },
    spec: { matchConstraints: { objectSelector: selectorOf(place) }, validations: [{ message }] },
  });
}

/** Keeps every new pod of a store's component waiting for a check that does not answer: a create waits as long. */
export function stallPods(app: PagesApp, place: Place): Promise<HeldPods> {
  return hold(app, "validatingwebhookconfigurations", {
    apiVersion: group,
    kind: "ValidatingWebhookConfiguration",
    metadata: { name: nameOf(place) },
    webhooks: [
      {
        name: "check.example.com",
        clientConfig: { url: "https://127.0.0.1:1/" },
        objectSelector: selectorOf(place),
      },
    ],
  });
}

async function hold(app: PagesApp, plural: string, rule: KubeObject): Promise<HeldPods> {
  const path = `/apis/${group}/${plural}/${rule.metadata.name}`;
  await applyToFake(app, path, rule);
  return { release: () => deleteFromFake(app, path) };
}

function nameOf({ store, component }: Place): string {
  return `hold-${store}-${component}`;
}

function selectorOf({ store, component }: Place) {
  return { matchLabels: { "storeyard.dev/store": store, "app.kubernetes.io/component": component } };
}
