import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { apiServerUrl, type ClusterSettings, certificatesDir, contextName } from "./settings";

/** Renders a kubeconfig for one of the cluster's users, with embedded certificates. */
export function renderKubeconfig(settings: ClusterSettings, user: string): string {
  const read = (file: string) => readFileSync(join(certificatesDir(settings), file)).toString("base64");
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: contextName,
        cluster: { server: apiServerUrl(settings), "certificate-authority-data": read("ca.crt") },
      },
    ],
    users: [
      {
        name: user,
        user: { "client-certificate-data": read(`${user}.crt`), "client-key-data": read(`${user}.key`) },
      },
    ],
    contexts: [{ name: contextName, context: { cluster: contextName, user } }],
    "current-context": contextName,
  });
}
