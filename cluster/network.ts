import { existsSync, readFileSync, rmSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { execa } from "execa";
import { restoreKernelSwitches, setKernelSwitches } from "./kernel-switches";
import { systemPath } from "./processes";
import { addressesDir, type ClusterSettings } from "./settings";

const env = { PATH: systemPath };
const run = (file: string, args: string[]) => execa(file, args, { env });
const table = "storeyard";

/** Creates the bridge with the node's address, enables forwarding, and sets the rules that block outside traffic. */
export async function ensureNetwork(settings: ClusterSettings): Promise<void> {
  await assertBridgeIsOurs(settings);
  assertNetworkIsFree(settings, networkInterfaces());
  if (!existsSync(`/sys/class/net/${settings.bridge}`)) {
    // Without the bridge no pod exists, so addresses that were reserved before a reboot are free.
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
 * Whether traffic between two pods of the bridge passes the host's NAT. If not, responses from a service's address would
 * come from the pod's address, so the source address has to be rewritten too.
 */
export function bridgeIsFiltered(): boolean {
  return existsSync("/proc/sys/net/bridge/bridge-nf-call-iptables");
}

/** Removes everything that `ensureNetwork` and the kube-proxy created. */
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
    // If the start failed before nft was installed, there are no rules.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** Renders the nftables rules: they block outside traffic to the bridge, and masquerade the pods' traffic. */
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

/** Throws when one of the cluster's networks is in use on this machine. */
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
    `Another local cluster exists on this machine, with its state in ${alias.replace(/^storeyard /, "")}. There can be only one. ` +
      "Stop it first, with STOREYARD_STATE set to that directory's parent.",
  );
}

function aliasOf(settings: ClusterSettings): string {
  return `storeyard ${settings.dir}`.slice(0, 250);
}

async function nft(rules: string): Promise<void> {
  await execa("nft", ["-f", "-"], { env, input: rules });
}
