import { stringify } from "yaml";

interface Condition {
  key: string;
  operator: "Exists" | "DoesNotExist" | "In" | "NotIn";
  values?: string[];
}

const isDeleted = { key: ".metadata.deletionTimestamp", operator: "Exists" } as const;
const isKept = { key: ".metadata.deletionTimestamp", operator: "DoesNotExist" } as const;
const ready = '.status.conditions.[] | select( .type == "Ready" ) | .status';

const nodeReady = `{{ $now := Now }}
phase: Running
addresses:
- { type: InternalIP, address: {{ NodeIP | Quote }} }
- { type: Hostname, address: {{ NodeName | Quote }} }
conditions:
{{ range NodeConditions }}
- type: {{ .type | Quote }}
  status: {{ .status | Quote }}
  reason: {{ .reason | Quote }}
  message: {{ .message | Quote }}
  lastHeartbeatTime: {{ $now | Quote }}
  lastTransitionTime: {{ $now | Quote }}
{{ end }}
`;

const podReady = `{{ $now := Now }}
phase: Running
startTime: {{ $now | Quote }}
hostIP: {{ NodeIP | Quote }}
{{ $addresses := PodIPsWith .spec.nodeName false .metadata.uid .metadata.name .metadata.namespace }}
podIP: {{ index $addresses 0 | Quote }}
podIPs:
- ip: {{ index $addresses 0 | Quote }}
conditions:
{{ range $type := (list "Initialized" "ContainersReady" "Ready") }}
- { type: {{ $type }}, status: "True", lastTransitionTime: {{ $now | Quote }} }
{{ end }}
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: true
  started: true
  restartCount: 0
  state: { running: { startedAt: {{ $now | Quote }} } }
{{ end }}
`;

const podSucceeded = `{{ $now := Now }}
phase: Succeeded
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: false
  started: false
  restartCount: 0
  state: { terminated: { exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }} } }
{{ end }}
`;

/** kwok's stages for nodes and pods: everything succeeds at once. */
export function renderKwokStages(): string {
  return [
    stage("node-ready", "Node", [{ key: ready, operator: "NotIn", values: ["True"] }], {
      statusTemplate: nodeReady,
    }),
    stage("pod-ready", "Pod", [isKept, { key: ".status.phase", operator: "In", values: ["Pending"] }], {
      statusTemplate: podReady,
    }),
    stage(
      "pod-succeeded",
      "Pod",
      [
        isKept,
        { key: ".status.phase", operator: "In", values: ["Running"] },
        { key: ".metadata.ownerReferences.[].kind", operator: "In", values: ["Job"] },
      ],
      { statusTemplate: podSucceeded },
    ),
    stage("pod-deleted", "Pod", [isDeleted], { delete: true }),
  ].join("---\n");
}

function stage(name: string, kind: string, matchExpressions: Condition[], next: object): string {
  return stringify({
    apiVersion: "kwok.x-k8s.io/v1alpha1",
    kind: "Stage",
    metadata: { name },
    spec: { resourceRef: { apiGroup: "v1", kind }, selector: { matchExpressions }, next },
  });
}
