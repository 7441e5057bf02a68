import { importImage } from "../../cluster/import-image";
import { startLocalCluster } from "../../cluster/local-cluster";
import { contextName, ingressClassName } from "../../cluster/settings";
import { say } from "../shell/steps";
import { assertFixedSettings } from "./assert-fixed-settings";
import { findExistingCluster, portOf, readValuesFiles } from "./existing-cluster";
import { kindContext, startKindCluster, whyNotKind } from "./kind-cluster";

export type ClusterKind = "existing" | "kind" | "local";

export interface ChosenCluster {
  kind: ClusterKind;
  context: string;
  kubeconfig: string;
  /** The address at which the platform reaches the ingress controller. */
  ingressOrigin: string;
  /** Empty for the cluster's default class. */
  ingressClass: string;
  storeDomain: string;
  storeScheme: "http" | "https";
  /** The port in store addresses; undefined when it is the scheme's default. */
  storePort: number | undefined;
  /** Relative to the chart. */
  valuesFiles: string[];
  /** Loads the image in the archive into the cluster. */
  imageLoader: (archive: string, ref: string) => Promise<void>;
  /** Which cluster is used, and why. */
  say: string;
}

/**
 * Returns the first cluster that is available: kubectl's current one, else kind, else the local one. CLUSTER selects
 * another. Only stores are installed into a cluster that isn't ours. Throws when the selected kind is unavailable, and
 * when a setting contradicts what the kind determines.
 */
export async function chooseCluster(): Promise<ChosenCluster> {
  const chosen = await choose(readWish(process.env.CLUSTER));
  say(chosen.say);
  return chosen;
}

/** Parses CLUSTER; null when it is not set. */
export function readWish(wish: string | undefined): ClusterKind | null {
  if (!wish) return null;
  if (wish === "existing" || wish === "kind" || wish === "local") return wish;
  throw new Error(`CLUSTER is "${wish}": set it to existing, kind or local, or leave it out.`);
}

async function choose(wish: ClusterKind | null): Promise<ChosenCluster> {
  if (wish === "local") return startLocal("CLUSTER=local selects it");
  if (wish === "kind") {
    const obstacle = await whyNotKind();
    if (obstacle) throw new Error(`CLUSTER=kind is not available: ${obstacle}.`);
    return startKindCluster("CLUSTER=kind selects it");
  }
  const ours = [contextName, kindContext];
  const existing = await findExistingCluster(ours);
  if ("cluster" in existing) return existing.cluster;
  if (wish === "existing") throw new Error(`CLUSTER=existing is not available: ${existing.obstacle}.`);
  const obstacle = await whyNotKind();
  if (!obstacle) return startKindCluster(existing.obstacle);
  return startLocal(`${existing.obstacle}, and ${obstacle}`);
}

async function startLocal(reason: string): Promise<ChosenCluster> {
  const status = await startLocalCluster();
  const storeScheme = process.env.STORE_SCHEME === "https" ? "https" : "http";
  const origin = storeScheme === "https" ? status.httpsOrigin : status.httpOrigin;
  const port = storeScheme === "https" ? "INGRESS_HTTPS_PORT" : "INGRESS_HTTP_PORT";
  assertFixedSettings("the local cluster", {
    STORE_PORT: { value: String(portOf(origin) ?? ""), advice: `set ${port} instead` },
    INGRESS_ORIGIN: { value: origin, advice: `set ${port} instead` },
    INGRESS_CLASS: { value: ingressClassName, advice: "set CLUSTER=existing" },
  });
  return {
    kind: "local",
    context: status.context,
    kubeconfig: status.kubeconfig,
    ingressOrigin: origin,
    ingressClass: "",
    storeDomain: process.env.STORE_DOMAIN || "localhost",
    storeScheme,
    storePort: portOf(origin),
    valuesFiles: readValuesFiles(process.env, "values-local.yaml"),
    imageLoader: async (archive, ref) => void (await importImage(archive, ref)),
    say: `Using the local cluster, because ${reason}.`,
  };
}
