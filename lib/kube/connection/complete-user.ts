import { resolve } from "node:path";
import type { User } from "@kubernetes/client-node/dist/config_types.js";

interface Exec {
  command: string;
  apiVersion: string;
  env?: { name: string; value: string }[] | null;
}

/** A user of a kubeconfig with what KubeConfig leaves out: its token file, paths, and what exec plugins are promised. */
export function completeUser(user: User, directory: string, tokenFile?: string): User {
  if (tokenFile && !user.token) {
    return {
      ...user,
      authProvider: { name: "tokenFile", config: { tokenFile: resolve(directory, tokenFile) } },
    };
  }
  if (user.exec) return { ...user, exec: completeExec(user.exec, directory) };
  if (user.authProvider?.name !== "oidc") return user;
  return { ...user, authProvider: { name: "oidc", config: completeOidc(user.authProvider.config ?? {}) } };
}

/**
 * KubeConfig 2.0.1 hands the issuer on as a string, where its OpenID client takes a URL and nothing else. With a certificate
 * authority of the issuer's own, it fails whatever the issuer answers; so Node's authorities are used, which
 * NODE_EXTRA_CA_CERTS adds to.
 */
function completeOidc(config: Record<string, string>): Record<string, unknown> {
  const {
    "idp-issuer-url": issuer,
    "idp-certificate-authority": _file,
    "idp-certificate-authority-data": _data,
    ...rest
  } = config;
  if (!issuer) return rest;
  return { ...rest, "idp-issuer-url": URL.canParse(issuer) ? new URL(issuer) : issuer };
}

function completeExec(exec: Exec, directory: string): Exec {
  // The plugins of GKE and others refuse to run without this variable.
  const info = { apiVersion: exec.apiVersion, kind: "ExecCredential", spec: { interactive: false } };
  return {
    ...exec,
    // A bare name is looked up in PATH; anything with a slash is relative to the kubeconfig.
    command: exec.command.includes("/") ? resolve(directory, exec.command) : exec.command,
    env: [...(exec.env ?? []), { name: "KUBERNETES_EXEC_INFO", value: JSON.stringify(info) }],
  };
}
