import { join } from "node:path";
import { stateDir } from "../scripts/shell/state";

/** Settings that can differ between two installations of the local cluster. */
export interface ClusterSettings {
  /** The folder with all files that the cluster writes. */
  dir: string;
  nodeName: string;
  bridge: string;
  podCidr: string;
  /** The bridge's address. The API server, the kubelet and the DNS server listen only on it. */
  nodeIp: string;
  serviceCidr: string;
  /** The first service address: pods reach the API server at it. */
  kubernetesServiceIp: string;
  apiPort: number;
  kubeletPort: number;
  ingressHost: string;
  ingressHttpPort: number;
  ingressHttpsPort: number;
  /** Trades durability for speed, for clusters that live as long as a test run. */
  throwAway: boolean;
}

export const contextName = "storeyard-local";
export const ingressClassName = "storeyard-local";
export const clusterDomain = "cluster.local";

/** Reads the settings from the environment. Throws with the variable's name when a port or a network is invalid. */
export function clusterSettings(env: NodeJS.ProcessEnv = process.env): ClusterSettings {
  const podCidr = readCidr(env, "CLUSTER_POD_CIDR", "10.244.0.0/16");
  const serviceCidr = readCidr(env, "CLUSTER_SERVICE_CIDR", "10.96.0.0/16");
  return {
    dir: join(stateDir(), "cluster"),
    nodeName: "storeyard-local",
    bridge: "storeyard0",
    podCidr,
    nodeIp: firstAddress(podCidr),
    serviceCidr,
    kubernetesServiceIp: firstAddress(serviceCidr),
    apiPort: readPort(env, "CLUSTER_API_PORT", 6443),
    kubeletPort: readPort(env, "CLUSTER_KUBELET_PORT", 10250),
    ingressHost: "127.0.0.1",
    ingressHttpPort: readPort(env, "INGRESS_HTTP_PORT", 8080),
    ingressHttpsPort: readPort(env, "INGRESS_HTTPS_PORT", 8443),
    throwAway: env.CLUSTER_THROW_AWAY === "true",
  };
}

export const apiServerUrl = (settings: ClusterSettings) => `https://${settings.nodeIp}:${settings.apiPort}`;
export const kubeconfigFile = (settings: ClusterSettings) => join(settings.dir, "kubeconfig");
export const containerdSocket = (settings: ClusterSettings) => join(settings.dir, "containerd.sock");
export const etcdSocket = (settings: ClusterSettings) => join(settings.dir, "etcd.sock");
export const caddySocket = (settings: ClusterSettings) => join(settings.dir, "caddy.sock");
export const certificatesDir = (settings: ClusterSettings) => join(settings.dir, "certificates");
export const kubeletDir = (settings: ClusterSettings) => join(settings.dir, "kubelet");
export const addressesDir = (settings: ClusterSettings) => join(settings.dir, "addresses");
export const volumesDir = (settings: ClusterSettings) => join(settings.dir, "volumes");

function readPort(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const port = Number(env[name] || fallback);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`${name} is "${env[name]}": set it to a port between 1 and 65535.`);
}

function readCidr(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const cidr = env[name] || fallback;
  const match = /^(\d+)\.(\d+)\.0\.0\/16$/.exec(cidr);
  if (match?.slice(1).every((part) => Number(part) <= 255)) return cidr;
  throw new Error(`${name} is "${cidr}": set it to a private network of the form 10.244.0.0/16.`);
}

function firstAddress(cidr: string): string {
  return cidr.replace(/\.0\/16$/, ".1");
}
