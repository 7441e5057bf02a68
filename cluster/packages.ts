import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand } from "../scripts/shell/command";
import { downloadPackage, installPackages } from "../scripts/shell/debian-packages";
import { cacheDir } from "../scripts/shell/state";
import { step } from "../scripts/shell/steps";

/** Required Debian packages, and files that show that a package is installed. */
const wanted = [
  { name: "runc", files: ["/usr/sbin/runc", "/usr/bin/runc", "/usr/local/sbin/runc"] },
  { name: "containernetworking-plugins", files: ["/usr/lib/cni/bridge", "/opt/cni/bin/bridge"] },
  { name: "nftables", files: ["/usr/sbin/nft"] },
  { name: "iproute2", files: ["/usr/bin/ip", "/usr/sbin/ip", "/sbin/ip", "/bin/ip"] },
];

export interface SystemPrograms {
  runc: string;
  cniPlugins: string;
  caddy: string;
}

/** Installs missing Debian packages. Returns the paths of their programs. */
export async function ensurePackages(): Promise<SystemPrograms> {
  const missing = wanted.filter(({ files }) => !files.some((file) => existsSync(file)));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name);
    await step(`Install ${names.join(", ")} from Debian`, () => installPackages(names));
  }
  if (!findCaddy()) await unpackCaddy();
  return findSystemPrograms();
}

/** Returns the paths of the installed packages' programs. Throws when one is missing. */
export function findSystemPrograms(): SystemPrograms {
  const caddy = findCaddy();
  if (!caddy) throw new Error("Debian's package caddy was unpacked, but its program was not found.");
  return { runc: firstOf("runc"), cniPlugins: dirname(firstOf("containernetworking-plugins")), caddy };
}

function firstOf(name: string): string {
  const file = wanted.find((one) => one.name === name)?.files.find((candidate) => existsSync(candidate));
  if (!file) throw new Error(`Debian's package ${name} was installed, but its files were not found.`);
  return file;
}

const unpackedCaddy = () => join(cacheDir(), "debian/caddy");

function findCaddy(): string | undefined {
  const candidates = ["/usr/bin/caddy", "/usr/local/bin/caddy", join(unpackedCaddy(), "usr/bin/caddy")];
  return candidates.find((file) => existsSync(file));
}

/** Unpacks Debian's Caddy without installing it, because its package starts a web server on port 80. */
async function unpackCaddy(): Promise<void> {
  await step("Unpack caddy from Debian", async () => {
    const target = unpackedCaddy();
    mkdirSync(dirname(target), { recursive: true });
    const scratch = mkdtempSync(`${target}.`);
    try {
      await downloadPackage("caddy", scratch);
      const archive = readdirSync(scratch).find((file) => file.endsWith(".deb"));
      if (!archive) throw new Error("apt-get download left no package of caddy.");
      await runCommand("dpkg-deb", ["--extract", join(scratch, archive), join(scratch, "caddy")]);
      rmSync(target, { recursive: true, force: true });
      renameSync(join(scratch, "caddy"), target);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
}
