import { importImage } from "../../cluster/import-image";
import { startLocalCluster } from "../../cluster/local-cluster";
import { contextName } from "../../cluster/settings";
import { say } from "../shell/steps";
import { findExistingCluster, portOf } from "./existing-cluster";
import { kindContext, startKindCluster, whyNotKind } from "./kind-cluster";

export type ClusterKind = "existing" | "kind" | "local";

export interface ChosenCluster {
  kind: ClusterKind;
  context: string;
  kubeconfig: string;
  /** Where the platform reaches the ingress controller, whatever the Host header says. */
  ingressOrigin: string;
  /** Empty: the cluster's default class. */
  ingressClass: string;
  storeDomain: string;
  storeScheme: "http" | "https";
  /** As the stores' addresses show it; undefined where it is the scheme's own. */
  storePort: number | undefined;
  /** Relative to the chart. */
  valuesFiles: string[];
  /** Makes the image in the archive usable by the cluster's pods. */
  imageLoader: (archive: string, ref: string) => Promise<void>;
  /** Which cluster was taken, and why. */
  say: string;
}

/**
 * A cluster that answers: the one that kubectl is set to, else kind, else the local one. Nothing is installed
 * into a cluster that isn't ours. CLUSTER=existing|kind|local decides otherwise.
 */
export async function chooseCluster(): Promise<ChosenCluster> {
  const chosen = await choose(readWish(process.env.CLUSTER));
  say(chosen.say);
  return chosen;
}

export function readWish(wish: string | undefined): ClusterKind | null {
  if (!wish) return null;
  if (wish === "existing" || wish === "kind" || wish === "local") return wish;
  throw new Error(`CLUSTER is "${wish}": set it to existing, kind or local, or leave it out.`);
}

async function choose(wish: ClusterKind | null): Promise<ChosenCluster> {
  if (wish === "local") return startLocal("CLUSTER=local says so");
  if (wish === "kind") {
    const obstacle = await whyNotKind();
    if (obstacle) throw new Error(`CLUSTER=kind can't be had: ${obstacle}.`);
    return startKindCluster("CLUSTER=kind says so");
  }
  const ours = [contextName, kindContext];
  const existing = await findExistingCluster(ours);
  if ("cluster" in existing) return existing.cluster;
  if (wish === "existing") throw new Error(`CLUSTER=existing can't be had: ${existing.obstacle}.`);
  const obstacle = await whyNotKind();
  if (!obstacle) return startKindCluster(existing.obstacle);
  return startLocal(`${existing.obstacle}, and ${obstacle}`);
}

async function startLocal(reason: string): Promise<ChosenCluster> {
  const status = await startLocalCluster();
  const storeScheme = process.env.STORE_SCHEME === "https" ? "https" : "http";
  const origin = storeScheme === "https" ? status.httpsOrigin : status.httpOrigin;
  return {
    kind: "local",
    context: status.context,
    kubeconfig: status.kubeconfig,
    ingressOrigin: origin,
    ingressClass: "",
    storeDomain: process.env.STORE_DOMAIN || "localhost",
    storeScheme,
    storePort: portOf(origin),
    valuesFiles: ["values-local.yaml"],
    imageLoader: async (archive, ref) => void (await importImage(archive, ref)),
    say: `The local cluster is used, since ${reason}.`,
  };
}
