import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The cgroup below which all pods run. A kubelet kills what it does not know below its own root: with the usual
 * one it would take another kubelet's pods on the same machine for left-overs.
 */
export const cgroupRoot = "/storeyard";

/** Makes the cgroup in every hierarchy, since the kubelet insists that it is there. */
export function ensureCgroups(): void {
  for (const { path, unified } of listHierarchies()) {
    if (unified) enableControllers(path);
    mkdirSync(join(path, cgroupRoot), { recursive: true });
  }
}

/** Removes the cgroup with those in it. The ones in which something still runs stay. */
export function removeCgroups(): void {
  for (const { path } of listHierarchies()) removeEmpty(join(path, cgroupRoot));
}

/** Where the kernel's cgroup hierarchies are mounted: one for each controller, or a unified one. */
export function listHierarchies(mountinfo = readFileSync("/proc/self/mountinfo", "utf8")) {
  return mountinfo.split("\n").flatMap((line) => {
    const [mount = "", source = ""] = line.split(" - ");
    const path = mount.split(" ")[4];
    const type = source.split(" ")[0];
    return path && (type === "cgroup" || type === "cgroup2") ? [{ path, unified: type === "cgroup2" }] : [];
  });
}

/** A unified hierarchy hands down only the controllers that it is told to. */
function enableControllers(path: string): void {
  for (const controller of readFileSync(join(path, "cgroup.controllers"), "utf8").trim().split(/\s+/)) {
    if (controller !== "") writeFileSync(join(path, "cgroup.subtree_control"), `+${controller}`);
  }
}

function removeEmpty(path: string): void {
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) removeEmpty(join(path, entry.name));
    }
    rmdirSync(path);
  } catch {
    // It is not there, or something runs in it.
  }
}
