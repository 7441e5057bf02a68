import type { KubeObject } from "@/lib/kube/kube-object";

type Labels = Record<string, string>;

interface Rules {
  spec?: {
    matchConstraints?: { objectSelector?: { matchLabels?: Labels } };
    validations?: { message?: string }[];
  };
  webhooks?: { name: string; clientConfig: { url?: string }; objectSelector?: { matchLabels?: Labels } }[];
}

/**
 * The error that the API server returns for a new pod with these labels; null if no rule refuses it. It knows the rules
 * that hold-pods.ts makes: policies that always refuse, and webhooks that nobody answers.
 */
export function findRefusal(objects: KubeObject[], pod: { name: string; labels: Labels }): string | null {
  for (const { kind, metadata, spec, webhooks } of objects as (KubeObject & Rules)[]) {
    if (kind === "ValidatingAdmissionPolicy" && fits(spec?.matchConstraints?.objectSelector, pod.labels)) {
      const rule = `ValidatingAdmissionPolicy '${metadata.name}' with binding '${metadata.name}'`;
      return `pods "${pod.name}" is forbidden: ${rule} denied request: ${spec?.validations?.[0]?.message}`;
    }
    for (const { name, clientConfig, objectSelector } of webhooks ?? []) {
      if (!fits(objectSelector, pod.labels)) continue;
      const call = `failed to call webhook: Post "${clientConfig.url}?timeout=10s"`;
      const failure = "dial tcp 127.0.0.1:1: connect: connection refused";
      return `Internal error occurred: failed calling webhook "${name}": ${call}: ${failure}`;
    }
  }
  return null;
}

export function isRule({ kind }: KubeObject): boolean {
  return kind === "ValidatingAdmissionPolicy" || kind === "ValidatingWebhookConfiguration";
}

function fits(selector: { matchLabels?: Labels } | undefined, labels: Labels): boolean {
  return Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}
