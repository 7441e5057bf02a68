import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterSettings } from "./settings";

/** The kernel switches that the cluster needs. */
const switches = [
  /** For connections from pods to the outside, and from services to pods. */
  "net/ipv4/ip_forward",
  /** A reload of Caddy replaces its listening sockets. This moves pending connections to the new ones. */
  "net/ipv4/tcp_migrate_req",
  /** Sends traffic between two pods through a service's address through the host's NAT. */
  "net/bridge/bridge-nf-call-iptables",
];

const proc = "/proc/sys";
const keptDir = (settings: ClusterSettings) => join(settings.dir, "kernel");

/** Turns the switches on and records their previous values. Skips switches that the kernel does not have. */
export function setKernelSwitches(settings: ClusterSettings, root = proc): void {
  for (const name of switches) {
    const file = join(root, name);
    if (!existsSync(file)) continue;
    const before = readFileSync(file, "utf8").trim();
    if (before === "1") continue;
    mkdirSync(keptDir(settings), { recursive: true });
    writeFileSync(join(keptDir(settings), name.replaceAll("/", ".")), before);
    writeFileSync(file, "1");
  }
}

/** Restores the values that `setKernelSwitches` changed. */
export function restoreKernelSwitches(settings: ClusterSettings, root = proc): void {
  if (!existsSync(keptDir(settings))) return;
  const kept = new Set(readdirSync(keptDir(settings)));
  for (const name of switches) {
    const key = name.replaceAll("/", ".");
    if (kept.has(key) && existsSync(join(root, name))) {
      writeFileSync(join(root, name), readFileSync(join(keptDir(settings), key)));
    }
  }
  rmSync(keptDir(settings), { recursive: true });
}
