import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { step } from "../scripts/shell/steps";
import { ApiServer } from "./api-server";
import { baseObjects } from "./base-objects";
import { buildPrograms, findBinary, type Program } from "./build";
import { ensureCertificates } from "./certificates";
import { ensureCgroups } from "./cgroups";
import { renderConfigFiles } from "./config-files";
import { importImage } from "./import-image";
import { renderKubeconfig } from "./kubeconfig";
import { bridgeIsFiltered, ensureNetwork } from "./network";
import { buildImageArchive, sha256 } from "./oci-archive";
import { ensurePackages, type SystemPrograms } from "./packages";
import { assertPortsAreFree, wantedPorts } from "./ports";
import { kubeconfigUsers, type ProcessName, processNames, processSpec } from "./process-table";
import { ensureProcess, findProcess, untilGone } from "./processes";
import { type ClusterSettings, kubeconfigFile } from "./settings";
import { assertRuns, untilListening, untilReady } from "./until-ready";

/** Starts the cluster's processes that are not running, each as soon as its program is built. */
export async function bootCluster(settings: ClusterSettings): Promise<void> {
  assertSupported(settings);
  await Promise.all(processNames.map((name) => untilGone(settings.dir, name)));
  assertPortsAreFree(wantedPorts(settings).filter(({ process }) => !findProcess(settings.dir, process)));
  mkdirSync(settings.dir, { recursive: true, mode: 0o700 });
  const built = buildPrograms();
  const programs = await ensurePackages();
  await ensureNetwork(settings);
  ensureCgroups();
  await ensureCertificates(await program(built, "certificates"), settings);
  const pause = buildPauseImage(await program(built, "pause"));
  writeFiles(settings, programs, pause.ref);

  const start = async (name: ProcessName) => {
    if (name !== "caddy") await program(built, name);
    if (name === "containerd") await program(built, "containerd-shim-runc-v2");
    return ensureProcess(settings.dir, processSpec(name, settings, programs, findBinary));
  };
  const listens = (name: ProcessName) => untilListening(settings, name);
  const api = new ApiServer(settings);
  try {
    const apiReady = step("Start the control plane", async () => {
      await start("etcd");
      await start("kube-apiserver");
      await untilReady(settings, "kube-apiserver", () => api.isReady());
      await Promise.all([
        ...baseObjects.map((object) => api.apply(object)),
        start("kube-controller-manager"),
        start("kube-scheduler"),
      ]);
    });
    const node = step("Start the node", async () => {
      await start("containerd");
      await program(built, "ctr");
      await untilReady(settings, "containerd", () => loadPauseImage(settings, pause));
      await apiReady;
      // Timestamps of node conditions have whole seconds.
      const now = new Date(Math.floor(Date.now() / 1000) * 1000);
      const since = (await start("kubelet")) ? now : undefined;
      await untilReady(settings, "kubelet", () => api.isNodeReady(settings.nodeName, since));
    });
    const network = step("Start DNS, services, volumes and the ingress", async () => {
      await start("caddy");
      await apiReady;
      for (const name of ["kube-proxy", "dns", "provisioner", "ingress"] as const) await start(name);
      await Promise.all([listens("kube-proxy"), listens("dns"), listens("caddy")]);
    });
    await Promise.all([apiReady, node, network]);
    for (const name of processNames) assertRuns(settings, name);
  } finally {
    api.close();
  }
}

function assertSupported(settings: ClusterSettings): void {
  if (process.platform !== "linux")
    throw new Error("The local cluster needs Linux. Use kind on other systems.");
  if (process.getuid?.() !== 0) throw new Error("The local cluster needs root.");
  // The kernel limits the length of a unix socket's path.
  if (settings.dir.length > 80) {
    throw new Error(
      `${settings.dir} is too long for the sockets in it: set STOREYARD_STATE to a shorter path.`,
    );
  }
}

async function program(built: Map<Program, Promise<string>>, name: Program): Promise<string> {
  return (await built.get(name)) ?? findBinary(name);
}

function writeFiles(settings: ClusterSettings, programs: SystemPrograms, pauseImage: string): void {
  const machine = {
    ...programs,
    pauseImage,
    bridgeIsFiltered: bridgeIsFiltered(),
    hasResolver: /^\s*nameserver\s/m.test(readIfThere("/etc/resolv.conf")),
  };
  for (const [name, content] of Object.entries(renderConfigFiles(settings, machine))) {
    writePrivately(join(settings.dir, "config", name), content);
  }
  for (const user of kubeconfigUsers) {
    writePrivately(join(settings.dir, "kubeconfigs", user), renderKubeconfig(settings, user));
  }
  writePrivately(kubeconfigFile(settings), renderKubeconfig(settings, "admin"));
}

function writePrivately(file: string, content: string): void {
  if (readIfThere(file) === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { mode: 0o600 });
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

interface PauseImage {
  ref: string;
  archive: Buffer;
}

function buildPauseImage(binary: string): PauseImage {
  const content = readFileSync(binary);
  const ref = `localhost/storeyard/pause:${sha256(content).slice(0, 12)}`;
  return { ref, archive: buildImageArchive({ ref, file: "pause", content }) };
}

/** Imports the pause image. Returns false while containerd does not answer yet. */
async function loadPauseImage(settings: ClusterSettings, pause: PauseImage): Promise<boolean> {
  const file = join(settings.dir, "pause.tar");
  writeFileSync(file, pause.archive);
  return importImage(file, pause.ref, settings).then(
    () => true,
    () => false,
  );
}
