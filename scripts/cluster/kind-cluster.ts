import { join } from "node:path";
import { execa } from "execa";
import { stringify } from "yaml";
import { clusterSettings } from "../../cluster/settings";
import { runCommand } from "../shell/command";
import { ensureStateDir } from "../shell/state";
import { step } from "../shell/steps";
import type { ChosenCluster } from "./choose-cluster";
import { imageLoaderFor } from "./image-loader";
import { ensureTools } from "./tools";

const clusterName = "storeyard";
export const kindContext = `kind-${clusterName}`;
const nodeContainer = `${clusterName}-control-plane`;
const traefik = { chart: "traefik", repository: "https://traefik.github.io/charts", version: "37.3.0" };

/** What stands in the way of kind; null where nothing does. */
export async function whyNotKind(): Promise<string | null> {
  const works = async (file: string, args: string[]) =>
    !(await execa(file, args, { timeout: 10_000, reject: false })).failed;
  if (!(await works("kind", ["version"]))) return "kind is not installed";
  if (!(await works("docker", ["info"]))) return "docker does not answer";
  return null;
}

/** Our own kind cluster, with Traefik on loopback; made where it is missing. */
export async function startKindCluster(reason: string): Promise<ChosenCluster> {
  const settings = clusterSettings();
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
    ingressOrigin: `http://127.0.0.1:${settings.ingressHttpPort}`,
    ingressClass: "traefik",
    storeDomain: process.env.STORE_DOMAIN || "localhost",
    storeScheme: "http",
    storePort: settings.ingressHttpPort,
    valuesFiles: ["values-local.yaml"],
    imageLoader: imageLoaderFor(kindContext),
    say: `A kind cluster is used, since ${reason}.`,
  };
}

/** Stops the kind cluster's one node; what is in it stays. */
export async function stopKindCluster(): Promise<void> {
  await step("Stop the kind cluster", () => runCommand("docker", ["stop", nodeContainer]));
}

/** Removes the kind cluster with all that is in it. */
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
