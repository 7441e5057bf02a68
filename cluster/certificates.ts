import { execa } from "execa";
import { type ClusterSettings, certificatesDir, clusterDomain } from "./settings";

interface CertificateRequest {
  name: string;
  commonName: string;
  organization?: string;
  hosts?: string[];
  addresses?: string[];
}

/** Creates the cluster's missing certificates. Existing ones are kept. */
export async function ensureCertificates(binary: string, settings: ClusterSettings): Promise<void> {
  const input = JSON.stringify(certificateRequests(settings));
  const { failed, stderr } = await execa(binary, ["-dir", certificatesDir(settings)], {
    input,
    reject: false,
  });
  if (failed) throw new Error(`The cluster's certificates could not be created: ${stderr}`);
}

/** The certificates that the cluster's authority signs. One with hosts or addresses is a server certificate too. */
export function certificateRequests(settings: ClusterSettings): CertificateRequest[] {
  const node = `system:node:${settings.nodeName}`;
  return [
    {
      name: "kube-apiserver",
      commonName: "kube-apiserver",
      hosts: [
        "kubernetes",
        "kubernetes.default",
        "kubernetes.default.svc",
        `kubernetes.default.svc.${clusterDomain}`,
        "localhost",
      ],
      addresses: [settings.kubernetesServiceIp, settings.nodeIp, "127.0.0.1"],
    },
    { name: "kubelet", commonName: node, organization: "system:nodes", addresses: [settings.nodeIp] },
    { name: "admin", commonName: "storeyard-admin", organization: "system:masters" },
    { name: "kubelet-client", commonName: "kube-apiserver-kubelet-client", organization: "system:masters" },
    { name: "kube-controller-manager", commonName: "system:kube-controller-manager" },
    { name: "kube-scheduler", commonName: "system:kube-scheduler" },
    { name: "kube-proxy", commonName: "system:kube-proxy" },
    { name: "dns", commonName: "storeyard:dns" },
    { name: "provisioner", commonName: "storeyard:provisioner" },
    { name: "ingress", commonName: "storeyard:ingress" },
  ];
}
