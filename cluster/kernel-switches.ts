import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterSettings } from "./settings";

/** What the cluster switches on in the kernel. */
const switches = [
  /** Pods reach the outside, and services lead to pods. */
  "net/ipv4/ip_forward",
  /** A reload of Caddy replaces its listening sockets: connections that wait in the old ones move to the new. */
  "net/ipv4/tcp_migrate_req",
  /** What two pods say to each other over a service's address passes the host's NAT. */
  "net/bridge/bridge-nf-call-iptables",
];

const proc = "/proc/sys";
const keptDir = (settings: ClusterSettings) => join(settings.dir, "kernel");

/** Switches on what is off, and keeps what it was. A kernel without one of the switches is left alone. */
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

/** Puts back what `setKernelSwitches` changed. */
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
