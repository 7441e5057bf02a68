import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { storeTypes } from "@/lib/engines/store-types";
import { variableOf } from "@/lib/env";
import { type ChosenCluster, chooseCluster } from "../cluster/choose-cluster";
import { ensureTools } from "../cluster/tools";
import type { BuiltImages } from "../images/build-images";
import { imagesToUse } from "../images/images-to-use";
import { ensureStateDir, stateDir } from "../shell/state";
import { say, step } from "../shell/steps";

export interface Prepared {
  cluster: ChosenCluster;
  /** The app's environment, without its address. */
  env: Record<string, string>;
}

/** Finds the tools, starts a cluster, builds the images and loads them into it. */
export async function prepare(): Promise<Prepared> {
  const [{ tools, cluster }, images] = await Promise.all([
    (async () => {
      const tools = await step("Find helm and kubectl", ensureTools);
      return { tools, cluster: await step("Start the cluster", chooseCluster) };
    })(),
    step("Build the images", imagesToUse),
  ]);
  await step("Load the images into the cluster", async () => {
    for (const archive of images.archives) await cluster.imageLoader(archive.file, archive.ref);
  });
  for (const [type, reason] of Object.entries(images.unavailable)) {
    say(`Stores of type ${type} are not available: ${reason}`);
  }
  const env: Record<string, string> = {
    STOREYARD_STATE: stateDir(),
    KUBECONFIG: cluster.kubeconfig,
    KUBE_CONTEXT: cluster.context,
    HELM: tools.helm,
    KUBECTL: tools.kubectl,
    STORE_DOMAIN: cluster.storeDomain,
    STORE_SCHEME: cluster.storeScheme,
    STORE_PORT: cluster.storePort === undefined ? "" : String(cluster.storePort),
    INGRESS_ORIGIN: cluster.ingressOrigin,
    INGRESS_CLASS: cluster.ingressClass,
    CHART_VALUES: cluster.valuesFiles.join(","),
    ...engineVariables(images),
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || readOrCreateSecret(),
  };
  return { cluster, env };
}

/** Tells the app its images and the types of store that they make available. */
function engineVariables({ refs, versions, unavailable }: BuiltImages): Record<string, string> {
  const images = Object.entries(refs).map(([name, ref]) => [variableOf(name, "IMAGE"), ref]);
  const held = Object.entries(versions).map(([name, said]) => [variableOf(name, "VERSIONS"), said]);
  const types = storeTypes.flatMap((type) => [
    [variableOf(type, "AVAILABLE"), String(unavailable[type] === undefined)],
    [variableOf(type, "REASON"), unavailable[type] ?? ""],
  ]);
  return Object.fromEntries([...images, ...held, ...types]);
}

/** The key that signs sessions. Created once and kept, so that sessions outlive a restart. */
function readOrCreateSecret(): string {
  const file = join(ensureStateDir(), "nextauth-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
