import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { ProcessName } from "./process-table";
import type { ClusterSettings } from "./settings";

type Protocol = "tcp" | "udp";

export interface WantedPort {
  process: ProcessName;
  /** Its use, as part of a sentence. */
  use: string;
  address: string;
  port: number;
  protocol: Protocol;
  /** The variable that sets another port, if there is one. */
  variable?: string;
}

export interface Listener {
  protocol: Protocol;
  address: string;
  port: number;
  inode: string;
}

export function wantedPorts(settings: ClusterSettings): WantedPort[] {
  const node = { address: settings.nodeIp, protocol: "tcp" as Protocol };
  const outside = { process: "caddy" as const, address: settings.ingressHost, protocol: "tcp" as Protocol };
  const { apiPort, kubeletPort, ingressHttpPort, ingressHttpsPort } = settings;
  const api = { ...node, process: "kube-apiserver" as const, use: "the cluster's API server" };
  const dns = { ...node, process: "dns" as const, use: "the cluster's DNS server", port: 53 };
  const proxy = { ...node, process: "kube-proxy" as const, use: "the cluster's service proxy" };
  return [
    { ...outside, use: "the stores (HTTP)", port: ingressHttpPort, variable: "INGRESS_HTTP_PORT" },
    { ...outside, use: "the stores (HTTPS)", port: ingressHttpsPort, variable: "INGRESS_HTTPS_PORT" },
    { ...api, port: apiPort, variable: "CLUSTER_API_PORT" },
    { ...node, process: "kubelet", use: "the kubelet", port: kubeletPort, variable: "CLUSTER_KUBELET_PORT" },
    { ...proxy, port: 10249 },
    { ...proxy, port: 10256 },
    dns,
    { ...dns, protocol: "udp" },
  ];
}

/** Throws with a sentence for each port that another program listens on. */
export function assertPortsAreFree(wanted: WantedPort[], listeners: Listener[] = listListeners()): void {
  const sentences = wanted.flatMap((port) => {
    const taken = listeners.find((listener) => excludes(listener, port));
    return taken ? [describe(port, findOwner(taken.inode))] : [];
  });
  if (sentences.length > 0) throw new Error(sentences.join("\n"));
}

/** Lists the listening sockets, from the kernel's tables. */
export function listListeners(read: (table: string) => string = readTable): Listener[] {
  return (["tcp", "tcp6", "udp", "udp6"] as const).flatMap((table) =>
    read(table)
      .trim()
      .split("\n")
      .slice(1)
      .flatMap((line) => parseListener(table, line)),
  );
}

/** Parses an IPv4 address as the kernel writes it: `AABBCCDD`, least significant byte first. */
export function parseAddress(hex: string): string {
  const words = hex.match(/.{8}/g) ?? [];
  if (/^0+$/.test(hex)) return words.length === 1 ? "0.0.0.0" : "::";
  const ipv4 = words.length === 1 || /^0{16}FFFF0000/i.test(hex);
  const last = words.at(-1) ?? "";
  if (!ipv4) return words.length === 4 && /^0{24}01000000$/.test(hex) ? "::1" : hex;
  return (last.match(/../g) ?? [])
    .map((byte) => Number.parseInt(byte, 16))
    .reverse()
    .join(".");
}

function parseListener(table: "tcp" | "tcp6" | "udp" | "udp6", line: string): Listener[] {
  const fields = line.trim().split(/\s+/);
  const [address, port] = (fields[1] ?? "").split(":");
  const waiting = table.startsWith("tcp") ? "0A" : "07";
  if (!address || !port || fields[3] !== waiting) return [];
  return [
    {
      protocol: table.startsWith("tcp") ? "tcp" : "udp",
      address: parseAddress(address),
      port: Number.parseInt(port, 16),
      inode: fields[9] ?? "",
    },
  ];
}

function excludes(listener: Listener, wanted: WantedPort): boolean {
  const same = ["0.0.0.0", "::", wanted.address].includes(listener.address);
  return same && listener.port === wanted.port && listener.protocol === wanted.protocol;
}

function describe(wanted: WantedPort, owner: string | null): string {
  const by = owner ? `by ${owner}` : "by another program";
  const advice = wanted.variable
    ? `Stop that program, or set another port: ${wanted.variable}=${wanted.port + 1000}.`
    : "Stop that program: this port can't be changed.";
  return `Port ${wanted.port} (${wanted.protocol}), wanted for ${wanted.use}, is taken ${by}. ${advice}`;
}

/** The program that owns a socket, as `name (process 123)`. */
function findOwner(inode: string): string | null {
  for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const owns = listDescriptors(pid).some((path) => readLink(path) === `socket:[${inode}]`);
    if (owns) return `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`;
  }
  return null;
}

function listDescriptors(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((descriptor) => `/proc/${pid}/fd/${descriptor}`);
  } catch {
    // The process ended meanwhile, or belongs to another user.
    return [];
  }
}

/** Null for a descriptor that was closed meanwhile: its process may have others. */
function readLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function readTable(table: string): string {
  try {
    return readFileSync(`/proc/net/${table}`, "utf8");
  } catch {
    return "";
  }
}
