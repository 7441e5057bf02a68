import { join } from "node:path";
import { execa } from "execa";
import { stringify } from "yaml";
import { type ClusterSettings, clusterSettings } from "../../cluster/settings";
import { runCommand } from "../shell/command";
import { ensureStateDir } from "../shell/state";
import { step } from "../shell/steps";
import { assertFixedSettings } from "./assert-fixed-settings";
import type { ChosenCluster } from "./choose-cluster";
import { portOf, readValuesFiles } from "./existing-cluster";
import { imageLoaderFor } from "./image-loader";
import { ensureTools } from "./tools";

const clusterName = "storeyard";
export const kindContext = `kind-${clusterName}`;
const nodeContainer = `${clusterName}-control-plane`;
const traefik = { chart: "traefik", repository: "https://traefik.github.io/charts", version: "37.3.0" };

/** Why kind is unavailable; null when it is available. */
export async function whyNotKind(): Promise<string | null> {
  const works = async (file: string, args: string[]) =>
    !(await execa(file, args, { timeout: 10_000, reject: false })).failed;
  if (!(await works("kind", ["version"]))) return "kind is not installed";
  if (!(await works("docker", ["info"]))) return "docker does not answer";
  return null;
}

/** Starts Storeyard's own kind cluster, with Traefik on loopback. Creates the cluster when it is missing. */
export async function startKindCluster(reason: string): Promise<ChosenCluster> {
  const settings = clusterSettings();
  assertFixedSettings("a kind cluster", {
    STORE_SCHEME: { value: "http", advice: "set CLUSTER=local or CLUSTER=existing" },
    STORE_PORT: { value: String(settings.ingressHttpPort), advice: "set INGRESS_HTTP_PORT instead" },
    INGRESS_ORIGIN: { value: originOf(settings), advice: "set INGRESS_HTTP_PORT instead" },
    INGRESS_CLASS: { value: "traefik", advice: "set CLUSTER=existing" },
  });
  const kubeconfig = join(ensureStateDir("kind"), "kubeconfig");
  const { stdout } = await execa("kind", ["get", "clusters"]);
  if (stdout.split("\n").includes(clusterName)) {
    await execa("docker", ["start", nodeContainer]);
    await execa("kind", ["export", "kubeconfig", "--name", clusterName, "--kubeconfig", kubeconfig]);
  } else {
    await step("Create the kind cluster", () => createCluster(kubeconfig));
  }
  await step("Install Traefik into the kind cluster", () => installTraefik(kubeconfig));
  return {
    kind: "kind",
    context: kindContext,
    kubeconfig,
    ingressOrigin: originOf(settings),
    ingressClass: "traefik",
    storeDomain: process.env.STORE_DOMAIN || "localhost",
    storeScheme: "http",
    storePort: portOf(originOf(settings)),
    valuesFiles: readValuesFiles(process.env, "values-local.yaml"),
    imageLoader: imageLoaderFor(kindContext),
    say: `Using a kind cluster, because ${reason}.`,
  };
}

const originOf = (settings: ClusterSettings) => `http://127.0.0.1:${settings.ingressHttpPort}`;

/** Stops the kind cluster's node. Its data are kept. */
export async function stopKindCluster(): Promise<void> {
  await step("Stop the kind cluster", () => runCommand("docker", ["stop", nodeContainer]));
}

/** Removes the kind cluster and all its data. */
export async function removeKindCluster(): Promise<void> {
  await step("Remove the kind cluster", () =>
    runCommand("kind", ["delete", "cluster", "--name", clusterName]),
  );
}

export function renderKindConfig(httpPort: number, httpsPort: number): string {
  const mapping = (containerPort: number, hostPort: number) => ({
    containerPort,
    hostPort,
    listenAddress: "127.0.0.1",
    protocol: "TCP",
  });
  return stringify({
    kind: "Cluster",
    apiVersion: "kind.x-k8s.io/v1alpha4",
    name: clusterName,
    nodes: [
      { role: "control-plane", extraPortMappings: [mapping(30080, httpPort), mapping(30443, httpsPort)] },
    ],
  });
}

async function createCluster(kubeconfig: string): Promise<void> {
  const { ingressHttpPort, ingressHttpsPort } = clusterSettings();
  const args = ["create", "cluster", "--config", "-", "--kubeconfig", kubeconfig, "--wait", "120s"];
  const input = renderKindConfig(ingressHttpPort, ingressHttpsPort);
  const { failed, stderr } = await execa("kind", args, { input, reject: false });
  if (failed) throw new Error(`kind could not create the cluster:\n${stderr}`);
}

async function installTraefik(kubeconfig: string): Promise<void> {
  const { helm } = await ensureTools();
  const values = ["ports.web.nodePort=30080", "ports.websecure.nodePort=30443", "service.type=NodePort"];
  await runCommand(helm, [
    "upgrade",
    "--install",
    "traefik",
    traefik.chart,
    ...["--repo", traefik.repository, "--version", traefik.version],
    ...["--kubeconfig", kubeconfig, "--kube-context", kindContext],
    ...["--namespace", "traefik", "--create-namespace", "--wait", "--timeout", "3m"],
    ...values.flatMap((value) => ["--set", value]),
  ]);
}
