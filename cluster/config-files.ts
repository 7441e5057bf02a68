import { join } from "node:path";
import { stringify } from "yaml";
import { cgroupRoot } from "./cgroups";
import {
  addressesDir,
  type ClusterSettings,
  caddySocket,
  certificatesDir,
  clusterDomain,
  containerdSocket,
  kubeletDir,
} from "./settings";

/** Properties of the machine that the configuration depends on. */
export interface Machine {
  /** Debian's runc, as an absolute path. */
  runc: string;
  cniPlugins: string;
  pauseImage: string;
  bridgeIsFiltered: boolean;
  /** Whether /etc/resolv.conf names a resolver for names outside the cluster. */
  hasResolver: boolean;
}

/** Renders the processes' configuration files, by name. */
export function renderConfigFiles(settings: ClusterSettings, machine: Machine): Record<string, string> {
  return {
    "kubelet.yaml": stringify(kubeletConfiguration(settings)),
    "kube-scheduler.yaml": stringify(schedulerConfiguration(settings)),
    "kube-proxy.yaml": stringify(proxyConfiguration(settings, machine)),
    "containerd.toml": renderContainerdConfig(settings, machine),
    "cni/storeyard.conflist": `${JSON.stringify(cniConfiguration(settings), null, 2)}\n`,
    Corefile: renderCorefile(settings, machine),
    "caddy.json": `${JSON.stringify({ admin: { listen: `unix/${caddySocket(settings)}`, origins: ["caddy"] } })}
`,
  };
}

function kubeletConfiguration(settings: ClusterSettings) {
  const certificates = certificatesDir(settings);
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    address: settings.nodeIp,
    port: settings.kubeletPort,
    readOnlyPort: 0,
    healthzPort: 0,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: join(certificates, "ca.crt") },
    },
    authorization: { mode: "Webhook" },
    tlsCertFile: join(certificates, "kubelet.crt"),
    tlsPrivateKeyFile: join(certificates, "kubelet.key"),
    containerRuntimeEndpoint: `unix://${containerdSocket(settings)}`,
    // The kubelet sees the end of a container at once instead of within a second.
    featureGates: { EventedPLEG: true },
    cgroupDriver: "cgroupfs",
    cgroupRoot,
    failCgroupV1: false,
    failSwapOn: false,
    // Without CAP_SYS_RESOURCE the default of -999 can't be set.
    oomScoreAdj: 0,
    clusterDNS: [settings.nodeIp],
    clusterDomain,
    maxPods: 250,
    // Only the rules of the kube-proxy and of network.ts are needed. The kubelet's would not be removed.
    makeIPTablesUtilChains: false,
    podLogsDir: join(settings.dir, "logs/pods"),
    volumePluginDir: join(kubeletDir(settings), "volume-plugins"),
    kubeAPIQPS: 200,
    kubeAPIBurst: 400,
    eventRecordQPS: 0,
    registryPullQPS: 0,
    serializeImagePulls: false,
    maxParallelImagePulls: 4,
    // The images are imported, not pulled, so a collected image could not be restored.
    imageGCHighThresholdPercent: 100,
    evictionHard: {
      "memory.available": "100Mi",
      "nodefs.available": "1%",
      "nodefs.inodesFree": "1%",
      "imagefs.available": "1%",
    },
  };
}

function schedulerConfiguration(settings: ClusterSettings) {
  return {
    apiVersion: "kubescheduler.config.k8s.io/v1",
    kind: "KubeSchedulerConfiguration",
    leaderElection: { leaderElect: false },
    clientConnection: {
      kubeconfig: join(settings.dir, "kubeconfigs/kube-scheduler"),
      qps: 300,
      burst: 600,
    },
    podInitialBackoffSeconds: 1,
    podMaxBackoffSeconds: 2,
  };
}

function proxyConfiguration(settings: ClusterSettings, machine: Machine) {
  return {
    apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
    kind: "KubeProxyConfiguration",
    mode: "nftables",
    clientConnection: { kubeconfig: join(settings.dir, "kubeconfigs/kube-proxy") },
    bindAddress: settings.nodeIp,
    healthzBindAddress: `${settings.nodeIp}:10256`,
    metricsBindAddress: `${settings.nodeIp}:10249`,
    hostnameOverride: settings.nodeName,
    clusterCIDR: settings.podCidr,
    oomScoreAdj: 0,
    // Otherwise a new service would wait up to a second for its rules.
    nftables: { minSyncPeriod: "50ms", syncPeriod: "30s", masqueradeAll: !machine.bridgeIsFiltered },
    // Zeros keep the machine's own limits.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
  };
}

function cniConfiguration(settings: ClusterSettings) {
  return {
    cniVersion: "1.0.0",
    name: "storeyard",
    plugins: [
      {
        type: "bridge",
        bridge: settings.bridge,
        isGateway: true,
        hairpinMode: true,
        ipam: {
          type: "host-local",
          dataDir: addressesDir(settings),
          ranges: [[{ subnet: settings.podCidr, gateway: settings.nodeIp }]],
          routes: [{ dst: "0.0.0.0/0" }],
        },
      },
    ],
  };
}

function renderContainerdConfig(settings: ClusterSettings, machine: Machine): string {
  const text = (value: string) => JSON.stringify(value);
  return `version = 3
root = ${text(join(settings.dir, "containerd/root"))}
state = ${text(join(settings.dir, "containerd/state"))}
disabled_plugins = [
  "io.containerd.nri.v1.nri",
  "io.containerd.snapshotter.v1.blockfile",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.erofs",
  "io.containerd.snapshotter.v1.zfs",
  "io.containerd.tracing.processor.v1.otlp",
]

[grpc]
address = ${text(containerdSocket(settings))}

[plugins."io.containerd.cri.v1.images"]
snapshotter = "overlayfs"

[plugins."io.containerd.cri.v1.images".pinned_images]
sandbox = ${text(machine.pauseImage)}

[plugins."io.containerd.cri.v1.runtime"]
# Without CAP_SYS_RESOURCE no sandbox could be started otherwise.
restrict_oom_score_adj = true
netns_mounts_under_state_dir = true

[plugins."io.containerd.cri.v1.runtime".cni]
bin_dirs = [${text(machine.cniPlugins)}]
conf_dir = ${text(join(settings.dir, "config/cni"))}

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
BinaryName = ${text(machine.runc)}
Root = ${text(join(settings.dir, "containerd/runc"))}
SystemdCgroup = false

[plugins."io.containerd.grpc.v1.cri"]
disable_tcp_service = true
stream_server_address = "127.0.0.1"
`;
}

function renderCorefile(settings: ClusterSettings, machine: Machine): string {
  // Cluster names are not cached: a shop looks its database up before it exists.
  const cluster = `${clusterDomain}:53 in-addr.arpa:53 {
  bind ${settings.nodeIp}
  errors
  kubernetes ${clusterDomain} in-addr.arpa {
    kubeconfig ${join(settings.dir, "kubeconfigs/dns")}
  }
}
`;
  if (!machine.hasResolver) return cluster;
  return `${cluster}.:53 {
  bind ${settings.nodeIp}
  errors
  cache 30
  forward . /etc/resolv.conf
}
`;
}
