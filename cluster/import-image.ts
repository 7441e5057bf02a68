import { execa } from "execa";
import { findBinary } from "./build";
import { type ClusterSettings, clusterSettings, containerdSocket } from "./settings";

/** Imports an image archive (OCI or docker) into the running local cluster, unless it has the reference. */
export async function importImage(
  archive: string,
  ref: string,
  settings: ClusterSettings = clusterSettings(),
): Promise<"imported" | "present"> {
  if ((await listImages(settings)).includes(ref)) return "present";
  await ctr(settings, ["images", "import", archive]);
  if (!(await listImages(settings)).includes(ref)) {
    throw new Error(`${archive} was imported, but contains no image named ${ref}.`);
  }
  return "imported";
}

/** The references of the images that pods of the local cluster can use without pulling. */
export async function listImages(settings: ClusterSettings = clusterSettings()): Promise<string[]> {
  const listed = await ctr(settings, ["images", "list", "--quiet"]);
  return listed.split("\n").filter((line) => line !== "");
}

async function ctr(settings: ClusterSettings, args: string[]): Promise<string> {
  const all = ["--address", containerdSocket(settings), "--namespace", "k8s.io", ...args];
  const { stdout } = await execa(findBinary("ctr"), all);
  return stdout;
}
