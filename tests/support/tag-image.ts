import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findBinary } from "@/cluster/build";
import { clusterSettings, containerdSocket } from "@/cluster/settings";
import { readTestInstallation } from "./test-installation";

const run = promisify(execFile);

/**
 * Gives an image of the tests' cluster a second tag, as the next build of an installation has. Returns the reference.
 */
export async function tagImage(ref: string, tag: string): Promise<string> {
  const tagged = ref.replace(/:[^:/]+$/, `:${tag}`);
  await ctr("images", "tag", "--force", ref, tagged);
  return tagged;
}

export async function removeImage(ref: string): Promise<void> {
  await ctr("images", "rm", ref);
}

/** containerd's own client: of the local cluster, or in kind's one node. */
async function ctr(...args: string[]): Promise<void> {
  const { clusterKind } = readTestInstallation();
  if (clusterKind === "kind") {
    await run("docker", ["exec", "storeyard-control-plane", "ctr", "--namespace", "k8s.io", ...args]);
    return;
  }
  const socket = ["--address", containerdSocket(clusterSettings()), "--namespace", "k8s.io"];
  await run(findBinary("ctr"), [...socket, ...args]);
}
