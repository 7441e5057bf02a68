import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The parent cgroup of all pods. A kubelet kills unknown processes below its root. With the default root it would kill
 * the pods of another kubelet on the same machine.
 */
export const cgroupRoot = "/storeyard";

/** Creates the cgroup in every hierarchy, because the kubelet requires it. */
export function ensureCgroups(): void {
  for (const { path, unified } of listHierarchies()) {
    if (unified) enableControllers(path);
    mkdirSync(join(path, cgroupRoot), { recursive: true });
  }
}

/** Removes the cgroup and its children. Cgroups with running processes are kept. */
export function removeCgroups(): void {
  for (const { path } of listHierarchies()) removeEmpty(join(path, cgroupRoot));
}

/** Mount points of the kernel's cgroup hierarchies: one per controller, or a unified one. */
export function listHierarchies(mountinfo = readFileSync("/proc/self/mountinfo", "utf8")) {
  return mountinfo.split("\n").flatMap((line) => {
    const [mount = "", source = ""] = line.split(" - ");
    const path = mount.split(" ")[4];
    const type = source.split(" ")[0];
    return path && (type === "cgroup" || type === "cgroup2") ? [{ path, unified: type === "cgroup2" }] : [];
  });
}

/** Enables the controllers for children: a unified hierarchy passes on only enabled ones. */
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
    // It does not exist, or processes run in it.
  }
}
