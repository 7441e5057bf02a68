import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import type { Cluster, User } from "@kubernetes/client-node/dist/config_types.js";
import { AppError } from "@/lib/errors";
import { assertReadable } from "./assert-readable";
import { completeUser } from "./complete-user";
import { readTokenFiles } from "./read-token-files";

const serviceAccountToken = "/var/run/secrets/kubernetes.io/serviceaccount/token";

/**
 * The configuration for a context of a kubeconfig (a path, or several joined by `:`). Without a kubeconfig it is that of
 * `~/.kube/config`, and where there is none, that of the pod's service account.
 * Throws AppError `invalid` where a file, the context, or what the context names is missing or malformed.
 */
export function loadClusterConfig(options: { kubeconfig?: string; context?: string } = {}): KubeConfig {
  const paths = options.kubeconfig ?? findDefaultKubeconfig();
  if (paths) return loadKubeconfig(paths, options.context);
  if (existsSync(serviceAccountToken)) return loadServiceAccount();
  throw new AppError("invalid", "No cluster is configured: there is no kubeconfig. Set KUBECONFIG.");
}

/** The configuration of a pod, from its service account and the address that Kubernetes puts into its environment. */
export function loadServiceAccount(rootDirectory = ""): KubeConfig {
  const config = new KubeConfig();
  config.loadFromCluster(rootDirectory);
  const [cluster] = config.getClusters();
  if (!cluster || !URL.canParse(cluster.server)) {
    throw new AppError(
      "invalid",
      "This process runs in a pod, but its environment has no KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT. Set them, or set KUBECONFIG.",
    );
  }
  return config;
}

function findDefaultKubeconfig(): string | null {
  const path = join(homedir(), ".kube", "config");
  return existsSync(path) ? path : null;
}

function loadKubeconfig(paths: string, contextName?: string): KubeConfig {
  const merged = mergeKubeconfigs(paths.split(delimiter).filter(Boolean));
  const name = contextName ?? merged.getCurrentContext();
  if (!name) throw new AppError("invalid", `The kubeconfig ${paths} has no current context. Name one.`);
  const context = merged.contexts.find((candidate) => candidate.name === name);
  if (!context) {
    const known = merged.contexts.map((each) => each.name).join(", ") || "none";
    throw new AppError("invalid", `The kubeconfig ${paths} has no context "${name}". It has: ${known}.`);
  }
  const lacks = (what: string) =>
    new AppError("invalid", `The context "${name}" names a ${what} that the kubeconfig ${paths} lacks.`);
  const cluster = merged.getCluster(context.cluster);
  if (!cluster) throw lacks("cluster");
  // KubeConfig applies a cluster's CA only where the context has a user.
  const user = context.user ? merged.getUser(context.user) : { name: "anonymous" };
  if (!user) throw lacks("user");
  assertUsable(cluster, user, name);
  const config = new KubeConfig();
  config.loadFromOptions({
    // KubeConfig refuses plain HTTP unless the verification of certificates is off; there are none to verify.
    clusters: [cluster.server.startsWith("http:") ? { ...cluster, skipTLSVerify: true } : cluster],
    users: [user],
    contexts: [{ ...context, user: user.name }],
    currentContext: name,
  });
  return config;
}

/** As kubectl merges: what is named first wins. KubeConfig's own merge throws where two files name the same thing. */
function mergeKubeconfigs(paths: string[]): KubeConfig {
  const merged = new KubeConfig();
  for (const path of paths) {
    const file = readKubeconfig(resolve(path));
    merged.currentContext ??= file.currentContext;
    for (const cluster of file.clusters) if (!merged.getCluster(cluster.name)) merged.addCluster(cluster);
    for (const user of file.users) if (!merged.getUser(user.name)) merged.addUser(user);
    for (const context of file.contexts) {
      if (!merged.getContextObject(context.name)) merged.addContext(context);
    }
  }
  return merged;
}

function readKubeconfig(path: string): KubeConfig {
  const config = new KubeConfig();
  try {
    config.loadFromFile(path);
    const tokenFiles = readTokenFiles(path);
    config.users = config.users.map((user) => completeUser(user, dirname(path), tokenFiles.get(user.name)));
    return config;
  } catch (cause) {
    const message = `The kubeconfig ${path} can't be read: ${(cause as Error).message}`;
    throw new AppError("invalid", message, { cause });
  }
}

function assertUsable(cluster: Cluster, user: User, context: string): void {
  if (!URL.canParse(cluster.server)) {
    const message = `The context "${context}" names a cluster whose server "${cluster.server}" is not a URL.`;
    throw new AppError("invalid", message);
  }
  const provider = user.authProvider?.name;
  if (provider && provider !== "oidc" && provider !== "tokenFile") {
    throw new AppError(
      "invalid",
      `The context "${context}" signs in with the auth-provider "${provider}", which Kubernetes removed. Use exec instead.`,
    );
  }
  for (const file of [cluster.caFile, user.certFile, user.keyFile]) if (file) assertReadable(file);
}
