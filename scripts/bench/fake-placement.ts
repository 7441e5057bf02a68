import { execa } from "execa";
import { stringify } from "yaml";
import { fakeNodeLabel, fakeNodeTaint } from "@/cluster/kwok";

const policy = "storeyard-burst";
const api = "admissionregistration.k8s.io/v1";

/** Schedules the pods of stores with this name prefix on the fake nodes, and no other pod. */
export async function placeOnFakeNodes(env: Record<string, string>, prefix: string): Promise<void> {
  const label = "storeyard.dev/store";
  const nodeSelector = `{"${fakeNodeLabel.key}": "${fakeNodeLabel.value}"}`;
  const toleration = `Object.spec.tolerations{key: "${fakeNodeTaint.key}", operator: "Exists"}`;
  const objects = [
    {
      apiVersion: api,
      kind: "MutatingAdmissionPolicy",
      metadata: { name: policy },
      spec: {
        matchConstraints: {
          objectSelector: { matchExpressions: [{ key: label, operator: "Exists" }] },
          resourceRules: [
            { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] },
          ],
        },
        matchConditions: [
          { name: "of-the-burst", expression: `object.metadata.labels["${label}"].startsWith("${prefix}")` },
        ],
        failurePolicy: "Fail",
        reinvocationPolicy: "Never",
        mutations: [
          {
            patchType: "JSONPatch",
            jsonPatch: {
              expression: `[
                JSONPatch{op: "add", path: "/spec/nodeSelector", value: ${nodeSelector}},
                JSONPatch{op: "add", path: "/spec/tolerations", value: [${toleration}]}
              ]`,
            },
          },
        ],
      },
    },
    {
      apiVersion: api,
      kind: "MutatingAdmissionPolicyBinding",
      metadata: { name: policy },
      spec: { policyName: policy },
    },
  ];
  await kubectl(env, ["apply", "-f", "-"], objects.map((object) => stringify(object)).join("---\n"));
}

export function stopPlacing(env: Record<string, string>): Promise<void> {
  const kinds = "mutatingadmissionpolicybinding,mutatingadmissionpolicy";
  return kubectl(env, ["delete", kinds, policy, "--ignore-not-found"]);
}

async function kubectl(env: Record<string, string>, args: string[], input = ""): Promise<void> {
  await execa(env.KUBECTL ?? "kubectl", ["--context", env.KUBE_CONTEXT ?? "", ...args], {
    env: { KUBECONFIG: env.KUBECONFIG },
    input,
  });
}
