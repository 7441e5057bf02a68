import { dirname, join } from "node:path";
import type { SystemPrograms } from "./packages";
import { type ProcessSpec, pidFile, systemPath } from "./processes";
import {
  type ClusterSettings,
  caddySocket,
  certificatesDir,
  clusterDomain,
  etcdSocket,
  ingressClassName,
  kubeletDir,
  volumesDir,
} from "./settings";

export const provisionerName = "storeyard.dev/local-path";

/** The cluster's processes in the order in which they start. They stop in the opposite order. */
export const processNames = [
  "etcd",
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "containerd",
  "kubelet",
  "kube-proxy",
  "dns",
  "provisioner",
  "caddy",
  "ingress",
] as const;

export type ProcessName = (typeof processNames)[number];

/** The command of a process. `findBinary` returns the paths of built programs. */
export function processSpec(
  name: ProcessName,
  settings: ClusterSettings,
  system: SystemPrograms,
  findBinary: (program: Exclude<ProcessName, "caddy">) => string,
): ProcessSpec {
  const binary = name === "caddy" ? system.caddy : findBinary(name);
  return { name, binary, ...commands[name](settings, dirname(binary)) };
}

type Command = Pick<ProcessSpec, "args" | "env" | "inputs">;

const config = (settings: ClusterSettings, file: string) => join(settings.dir, "config", file);
const kubeconfig = (settings: ClusterSettings, user: string) => join(settings.dir, "kubeconfigs", user);

const commands: Record<ProcessName, (settings: ClusterSettings, binaryDir: string) => Command> = {
  etcd: (settings) => {
    const client = `unix://${etcdSocket(settings)}`;
    // The host of a peer's URL names its socket, which is in the working directory.
    const peer = "unix://etcd-peer.sock";
    return {
      args: [
        `--data-dir=${join(settings.dir, "etcd")}`,
        `--listen-client-urls=${client}`,
        `--advertise-client-urls=${client}`,
        `--listen-peer-urls=${peer}`,
        `--initial-advertise-peer-urls=${peer}`,
        `--initial-cluster=default=${peer}`,
        // With leader election, a single instance would wait a second before it works.
        "--heartbeat-interval=50",
        "--election-timeout=250",
        "--auto-compaction-retention=1h",
        `--unsafe-no-fsync=${settings.throwAway}`,
        "--log-level=warn",
      ],
    };
  },

  "kube-apiserver": (settings) => {
    const certificates = certificatesDir(settings);
    return {
      args: [
        `--bind-address=${settings.nodeIp}`,
        `--advertise-address=${settings.nodeIp}`,
        `--secure-port=${settings.apiPort}`,
        `--etcd-servers=unix://${etcdSocket(settings)}`,
        `--service-cluster-ip-range=${settings.serviceCidr}`,
        "--authorization-mode=Node,RBAC",
        "--enable-admission-plugins=NodeRestriction",
        "--anonymous-auth=false",
        "--profiling=false",
        `--client-ca-file=${join(certificates, "ca.crt")}`,
        `--tls-cert-file=${join(certificates, "kube-apiserver.crt")}`,
        `--tls-private-key-file=${join(certificates, "kube-apiserver.key")}`,
        // Nothing resolves the node's name, so its address is used.
        "--kubelet-preferred-address-types=InternalIP",
        `--kubelet-certificate-authority=${join(certificates, "ca.crt")}`,
        `--kubelet-client-certificate=${join(certificates, "kubelet-client.crt")}`,
        `--kubelet-client-key=${join(certificates, "kubelet-client.key")}`,
        `--service-account-issuer=https://kubernetes.default.svc.${clusterDomain}`,
        `--service-account-key-file=${join(certificates, "service-accounts.pub")}`,
        `--service-account-signing-key-file=${join(certificates, "service-accounts.key")}`,
      ],
    };
  },

  "kube-controller-manager": (settings) => {
    const certificates = certificatesDir(settings);
    return {
      args: [
        `--kubeconfig=${kubeconfig(settings, "kube-controller-manager")}`,
        "--leader-elect=false",
        "--secure-port=0",
        "--allocate-node-cidrs=false",
        "--use-service-account-credentials",
        `--root-ca-file=${join(certificates, "ca.crt")}`,
        `--service-account-private-key-file=${join(certificates, "service-accounts.key")}`,
        `--cluster-signing-cert-file=${join(certificates, "ca.crt")}`,
        `--cluster-signing-key-file=${join(certificates, "ca.key")}`,
        "--kube-api-qps=300",
        "--kube-api-burst=600",
        "--concurrent-namespace-syncs=20",
        "--concurrent-deployment-syncs=10",
        "--concurrent-replicaset-syncs=10",
        "--concurrent-statefulset-syncs=10",
        "--concurrent-resource-quota-syncs=10",
        "--concurrent-gc-syncs=20",
      ],
    };
  },

  "kube-scheduler": (settings) => ({
    args: [`--config=${config(settings, "kube-scheduler.yaml")}`, "--secure-port=0"],
    inputs: [config(settings, "kube-scheduler.yaml")],
  }),

  containerd: (settings, binaryDir) => ({
    args: ["--config", config(settings, "containerd.toml"), "--log-level", "info"],
    // containerd looks for its shim on PATH.
    env: { PATH: `${binaryDir}:${systemPath}` },
    inputs: [config(settings, "containerd.toml")],
  }),

  kubelet: (settings) => ({
    args: [
      `--config=${config(settings, "kubelet.yaml")}`,
      `--kubeconfig=${kubeconfig(settings, "kubelet")}`,
      `--root-dir=${kubeletDir(settings)}`,
      `--cert-dir=${join(kubeletDir(settings), "pki")}`,
      `--hostname-override=${settings.nodeName}`,
      `--node-ip=${settings.nodeIp}`,
    ],
    // A kubelet stops reading containerd's events for good when containerd is unavailable for a moment.
    inputs: [config(settings, "kubelet.yaml"), pidFile(settings.dir, "containerd")],
  }),

  "kube-proxy": (settings) => ({
    args: [`--config=${config(settings, "kube-proxy.yaml")}`],
    inputs: [config(settings, "kube-proxy.yaml")],
  }),

  dns: (settings) => ({
    args: ["-conf", config(settings, "Corefile")],
    inputs: [config(settings, "Corefile")],
  }),

  provisioner: (settings) => ({
    args: [
      `-kubeconfig=${kubeconfig(settings, "provisioner")}`,
      `-root=${volumesDir(settings)}`,
      `-node=${settings.nodeName}`,
      `-name=${provisionerName}`,
    ],
  }),

  caddy: (settings) => ({
    args: ["run", "--config", config(settings, "caddy.json")],
    inputs: [config(settings, "caddy.json")],
    env: { XDG_DATA_HOME: join(settings.dir, "caddy"), XDG_CONFIG_HOME: join(settings.dir, "caddy") },
  }),

  ingress: (settings) => ({
    args: [
      `-kubeconfig=${kubeconfig(settings, "ingress")}`,
      `-class=${ingressClassName}`,
      `-admin=${caddySocket(settings)}`,
      `-storage=${join(settings.dir, "caddy")}`,
      `-http=${settings.ingressHost}:${settings.ingressHttpPort}`,
      `-https=${settings.ingressHost}:${settings.ingressHttpsPort}`,
      `-address=${settings.ingressHost}`,
    ],
  }),
};

/** The users that get a kubeconfig, by the name of their certificate. */
export const kubeconfigUsers = [
  "kubelet",
  "kube-controller-manager",
  "kube-scheduler",
  "kube-proxy",
  "dns",
  "provisioner",
  "ingress",
] as const;
