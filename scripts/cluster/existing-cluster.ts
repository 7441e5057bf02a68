import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { assertFixedSettings } from "./assert-fixed-settings";
import type { ChosenCluster } from "./choose-cluster";
import { imageLoaderFor } from "./image-loader";
import { ensureTools } from "./tools";

const patienceMs = 5_000;

interface IngressClasses {
  items: { metadata: { name: string; annotations?: Record<string, string> } }[];
}

/** Returns kubectl's current cluster if it answers and is not one of ours; otherwise the obstacle. */
export async function findExistingCluster(
  ours: readonly string[],
): Promise<{ cluster: ChosenCluster } | { obstacle: string }> {
  const kubeconfig = process.env.KUBECONFIG || join(homedir(), ".kube/config");
  if (!kubeconfig.split(":").some((file) => existsSync(file))) {
    return { obstacle: "kubectl has no current context" };
  }
  const context = process.env.KUBE_CONTEXT || (await kubectl(["config", "current-context"]).catch(() => ""));
  if (context === "") return { obstacle: "kubectl has no current context" };
  if (ours.includes(context))
    return { obstacle: `kubectl's context ${context} is one of Storeyard's own clusters` };
  const answer = await kubectl(["--context", context, "get", "--raw=/readyz"]).catch(() => null);
  if (answer !== "ok")
    return { obstacle: `the cluster of kubectl's context ${context} does not answer within 5 s` };
  const server = await kubectl([
    "--context",
    context,
    "config",
    "view",
    "--minify",
    "--output=jsonpath={.clusters[0].cluster.server}",
  ]);
  const classes = await kubectl(["--context", context, "get", "ingressclasses", "--output=json"]);
  const address = readAddress(process.env, server, context);
  assertFixedSettings(`the cluster of ${context}`, {
    INGRESS_HTTP_PORT: { value: "", advice: "set STORE_PORT or INGRESS_ORIGIN instead" },
    INGRESS_HTTPS_PORT: { value: "", advice: "set STORE_PORT or INGRESS_ORIGIN instead" },
  });
  return {
    cluster: {
      kind: "existing",
      context,
      kubeconfig,
      ...address,
      ingressClass: pickIngressClass(
        JSON.parse(classes) as IngressClasses,
        process.env.INGRESS_CLASS,
        context,
      ),
      valuesFiles: readValuesFiles(process.env, address.local ? "values-local.yaml" : "values-prod.yaml"),
      imageLoader: imageLoaderFor(context),
      say: `Using the cluster of kubectl's context ${context}. Storeyard creates only stores in it.`,
    },
  };
}

/** The class of the stores' Ingress objects: the wished one, the default (empty), or the only one. Throws when there is no such class. */
export function pickIngressClass(classes: IngressClasses, wish: string | undefined, context: string): string {
  const names = classes.items.map(({ metadata }) => metadata.name);
  const known =
    names.length > 0 ? `It has ${names.join(", ")}.` : "It has none: install one, such as Traefik.";
  if (wish) {
    if (names.includes(wish)) return wish;
    throw new Error(`INGRESS_CLASS is "${wish}", which the cluster of ${context} does not have. ${known}`);
  }
  const isDefault = "ingressclass.kubernetes.io/is-default-class";
  if (classes.items.some(({ metadata }) => metadata.annotations?.[isDefault] === "true")) return "";
  if (names.length === 1 && names[0]) return names[0];
  throw new Error(
    `The cluster of ${context} has no default IngressClass. ${known}${names.length > 0 ? " Set INGRESS_CLASS to one of them." : ""}`,
  );
}

type Address = Pick<ChosenCluster, "ingressOrigin" | "storeDomain" | "storeScheme" | "storePort"> & {
  local: boolean;
};

/** The address of its stores: from the environment, else loopback when the cluster runs on this machine. Throws when it can't be derived. */
export function readAddress(
  env: Record<string, string | undefined>,
  server: string,
  context: string,
): Address {
  const local = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "host.docker.internal"].includes(
    new URL(server).hostname,
  );
  if (!env.STORE_DOMAIN && !local) {
    throw new Error(
      `The cluster of ${context} is not on this machine: set STORE_DOMAIN to a domain whose wildcard (*.domain) resolves to its ingress controller, and INGRESS_ORIGIN to the controller's address, such as https://203.0.113.7.`,
    );
  }
  const storeScheme = env.STORE_SCHEME === "https" ? "https" : "http";
  const ingressOrigin = env.INGRESS_ORIGIN || `${storeScheme}://${local ? "127.0.0.1" : env.STORE_DOMAIN}`;
  const storePort = env.STORE_PORT ? Number(env.STORE_PORT) : portOf(ingressOrigin);
  return { ingressOrigin, storeDomain: env.STORE_DOMAIN || "localhost", storeScheme, storePort, local };
}

/** The chart's values files: those that CHART_VALUES lists, else the default. */
export function readValuesFiles(env: Record<string, string | undefined>, fallback: string): string[] {
  return (env.CHART_VALUES || fallback)
    .split(",")
    .map((file) => file.trim())
    .filter((file) => file !== "");
}

/** The port of an address; undefined when it is the scheme's default. */
export function portOf(origin: string): number | undefined {
  const { port } = new URL(origin);
  return port === "" ? undefined : Number(port);
}

async function kubectl(args: string[]): Promise<string> {
  const { kubectl: binary } = await ensureTools();
  const { stdout } = await execa(binary, [`--request-timeout=${patienceMs}ms`, ...args], {
    timeout: patienceMs * 2,
  });
  return stdout.trim();
}
