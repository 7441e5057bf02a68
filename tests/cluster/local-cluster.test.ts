import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localClusterStatus, startLocalCluster } from "@/cluster/local-cluster";
import { listListeners } from "@/cluster/ports";
import { clusterSettings, etcdSocket, volumesDir } from "@/cluster/settings";
import { applyObjects } from "../support/apply-objects";
import { kubectl } from "../support/kubectl";
import { readTestInstallation } from "../support/test-installation";

const isLocal = readTestInstallation().clusterKind === "local";
const settings = clusterSettings();
const namespace = "local-cluster-test";

describe.runIf(isLocal)("the local cluster", () => {
  beforeAll(async () => {
    await applyObjects({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
  });
  afterAll(async () => {
    await kubectl("delete", "namespace", namespace, "--ignore-not-found");
  });

  it("listens only on loopback and on its bridge", () => {
    const outside = listListeners()
      .filter(
        ({ address }) => !address.startsWith("127.") && address !== "::1" && address !== settings.nodeIp,
      )
      .filter(({ inode }) => ownInodes().has(inode));
    expect(outside).toEqual([]);
    // Without these the check above would hold for a cluster that is not seen at all.
    const ours = listListeners().filter(({ inode }) => ownInodes().has(inode));
    expect(ours.map(({ port }) => port)).toEqual(
      expect.arrayContaining([settings.apiPort, settings.kubeletPort, settings.ingressHttpPort, 53]),
    );
  });

  it("has no socket that other users of the host can open", () => {
    const sockets = readFileSync("/proc/net/unix", "utf8").split("\n").slice(1);
    const inodes = ownInodes();
    const named = sockets
      .map((line) => line.split(/\s+/))
      .filter(([, , , , , , inode = "", path]) => inodes.has(inode) && path !== undefined)
      .map((fields) => fields[7]);
    expect(named).toContain(etcdSocket(settings));
    expect(named.filter((path) => path?.startsWith("@"))).toEqual([]);
  });

  it("is left unchanged by another start", async () => {
    const before = localClusterStatus();
    expect(await startLocalCluster()).toEqual(before);
  });

  it("creates a volume for an unused claim, and deletes its directory with the claim", async () => {
    await applyObjects({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "data", namespace },
      spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
    });
    await kubectl(
      "wait",
      "pvc/data",
      "-n",
      namespace,
      "--for=jsonpath={.status.phase}=Bound",
      "--timeout=10s",
    );
    const directories = () =>
      readdirSync(volumesDir(settings)).filter((name) => name.startsWith(`${namespace}_data_`));
    expect(directories()).toHaveLength(1);
    const volume = await kubectl("get", "pvc/data", "-n", namespace, "-o", "jsonpath={.spec.volumeName}");
    await kubectl("delete", "pvc/data", "-n", namespace);
    await kubectl("wait", `pv/${volume}`, "--for=delete", "--timeout=20s");
    expect(directories()).toEqual([]);
  });

  it("starts again after all of its processes were killed", async () => {
    for (const { pid } of localClusterStatus().processes) process.kill(pid ?? 0, "SIGKILL");
    await expect.poll(() => localClusterStatus().processes.some(({ pid }) => pid !== null)).toBe(false);
    expect((await startLocalCluster()).running).toBe(true);
    expect(await kubectl("get", "namespace", namespace, "-o", "jsonpath={.status.phase}")).toBe("Active");
  });
});

/** The sockets of the cluster's processes and of the shims that its containerd started. */
function ownInodes(): Set<string> {
  const pids = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && isOurs(entry));
  return new Set(pids.flatMap(socketsOf));
}

function isOurs(pid: string): boolean {
  if (localClusterStatus().processes.some((one) => one.pid === Number(pid))) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(settings.dir);
  } catch {
    return false;
  }
}

function socketsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1] ?? [];
    });
  } catch {
    return [];
  }
}
