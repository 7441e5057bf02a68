import { existsSync, readFileSync, rmSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { execa } from "execa";
import { restoreKernelSwitches, setKernelSwitches } from "./kernel-switches";
import { systemPath } from "./processes";
import { addressesDir, type ClusterSettings } from "./settings";

const env = { PATH: systemPath };
const run = (file: string, args: string[]) => execa(file, args, { env });
const table = "storeyard";

/** The bridge with the node's address, forwarding, and the rules that keep the outside out. */
export async function ensureNetwork(settings: ClusterSettings): Promise<void> {
  await assertBridgeIsOurs(settings);
  assertNetworkIsFree(settings, networkInterfaces());
  if (!existsSync(`/sys/class/net/${settings.bridge}`)) {
    // Without the bridge there is no pod: what was reserved for the ones before a reboot is free again.
    rmSync(addressesDir(settings), { recursive: true, force: true });
    await run("ip", ["link", "add", settings.bridge, "type", "bridge"]);
  }
  await run("ip", ["link", "set", settings.bridge, "alias", aliasOf(settings)]);
  await run("ip", ["address", "replace", `${settings.nodeIp}/16`, "dev", settings.bridge]);
  await run("ip", ["link", "set", settings.bridge, "up"]);
  if (!bridgeIsFiltered()) await run("modprobe", ["br_netfilter"]).catch(() => undefined);
  setKernelSwitches(settings);
  await nft(renderRules(settings));
}

/**
 * Whether traffic between two pods of the bridge passes the host's NAT. Where it doesn't, answers to a
 * service's address would come from the pod's own, so that the source has to be rewritten as well.
 */
export function bridgeIsFiltered(): boolean {
  return existsSync("/proc/sys/net/bridge/bridge-nf-call-iptables");
}

/** Takes back all that `ensureNetwork` and the kube-proxy made. */
export async function removeNetwork(settings: ClusterSettings): Promise<void> {
  await assertBridgeIsOurs(settings);
  await removeRules();
  if (existsSync(`/sys/class/net/${settings.bridge}`)) await run("ip", ["link", "delete", settings.bridge]);
  restoreKernelSwitches(settings);
}

async function removeRules(): Promise<void> {
  try {
    await nft(`add table ip ${table}\ndelete table ip ${table}\n`);
    for (const family of ["ip", "ip6"]) {
      await nft(`add table ${family} kube-proxy\ndelete table ${family} kube-proxy\n`);
    }
  } catch (error) {
    // A start that failed before the program was installed has made no rules.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** nftables rules: nothing from outside reaches the bridge, and pods leave with the machine's address. */
export function renderRules({ bridge, podCidr }: ClusterSettings): string {
  return `add table ip ${table}
delete table ip ${table}
table ip ${table} {
  chain input {
    type filter hook input priority filter - 5; policy accept;
    ip daddr ${podCidr} iifname != { "lo", "${bridge}" } drop
  }
  chain forward {
    type filter hook forward priority filter - 5; policy accept;
    oifname "${bridge}" iifname != "${bridge}" ct state != { established, related } drop
  }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    ip saddr ${podCidr} ip daddr != ${podCidr} oifname != "${bridge}" masquerade
  }
}
`;
}

/** Rejects a machine on which the cluster's networks are in use already. */
export function assertNetworkIsFree(
  settings: ClusterSettings,
  interfaces: ReturnType<typeof networkInterfaces>,
): void {
  const networks = [
    { cidr: settings.podCidr, variable: "CLUSTER_POD_CIDR" },
    { cidr: settings.serviceCidr, variable: "CLUSTER_SERVICE_CIDR" },
  ];
  for (const [name, addresses] of Object.entries(interfaces)) {
    if (name === settings.bridge) continue;
    for (const { cidr, variable } of networks) {
      const taken = addresses?.find(({ address }) => address.startsWith(cidr.replace(/0\.0\/16$/, "")));
      if (!taken) continue;
      throw new Error(
        `The network ${cidr} is in use: ${name} has ${taken.address}. Set ${variable} to another one, such as 10.202.0.0/16.`,
      );
    }
  }
}

async function assertBridgeIsOurs(settings: ClusterSettings): Promise<void> {
  const file = `/sys/class/net/${settings.bridge}/ifalias`;
  if (!existsSync(file)) return;
  const alias = readFileSync(file, "utf8").trim();
  if (alias === "" || alias === aliasOf(settings)) return;
  throw new Error(
    `Another local cluster is on this machine, with its state in ${alias.replace(/^storeyard /, "")}, and there can be only one. ` +
      "Stop it first, with STOREYARD_STATE set to that directory's parent.",
  );
}

function aliasOf(settings: ClusterSettings): string {
  return `storeyard ${settings.dir}`.slice(0, 250);
}

async function nft(rules: string): Promise<void> {
  await execa("nft", ["-f", "-"], { env, input: rules });
}
