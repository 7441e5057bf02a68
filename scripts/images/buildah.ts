import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { runCommand } from "../shell/command";
import { cacheDir } from "../shell/state";
import { step } from "../shell/steps";
import { ensureBuildPrograms } from "./build-programs";
import { type Builder, buildArguments } from "./builder";

/** Files that the slim Debian image leaves out too. Kept in the image's dpkg settings, so that it applies to later packages. */
const leftOut = ["doc", "man", "info", "locale", "lintian", "bug", "groff", "bash-completion"];

const bootstrap = [
  "--mode=root",
  "--variant=minbase",
  ...leftOut.map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`),
  "--dpkgopt=path-include=/usr/share/doc/*/copyright",
  '--aptopt=APT::Install-Recommends "false"',
  '--aptopt=Acquire::Languages "none"',
  "trixie",
];

/** Builds as root without a daemon. Its images are in Storeyard's cache, separate from other programs'. */
export function buildahBuilder(): Builder {
  const identity = createHash("sha256").update(JSON.stringify(bootstrap)).digest("hex").slice(0, 12);
  const base = `localhost/storeyard/debian:${identity}`;
  return {
    baseIdentity: base,
    async ensureBase(logFile) {
      await ensureBuildPrograms();
      if (!(await succeeds([...(await storage()), "inspect", "--type", "image", base])))
        await bootstrapDebian(base, logFile);
      return base;
    },
    async build(request) {
      const options = ["bud", "--isolation", "chroot", "--layers", "--force-rm", "--ulimit", openFiles()];
      await runCommand("buildah", [...(await storage()), ...options, ...buildArguments(request)], {
        logFile: request.logFile,
      });
    },
    async save(ref, file, logFile) {
      rmSync(file, { force: true });
      await runCommand("buildah", [...(await storage()), "push", ref, `docker-archive:${file}:${ref}`], {
        logFile,
      });
    },
    async remove(refs) {
      await succeeds([...(await storage()), "rmi", ...refs]);
      await succeeds([...(await storage()), "rmi", "--prune"]);
    },
  };
}

/** Building Medusa's admin needs more open files than buildah's default of 1,024. */
function openFiles(): string {
  const [, hard] = /^Max open files\s+\S+\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
  const limit = Math.min(Number(hard ?? 16_384), 16_384);
  return `nofile=${limit}:${limit}`;
}

/** Overlay shares layers. vfs copies each layer, and is for file systems without overlay. */
let chosen: string[] | null = null;
async function storage(): Promise<string[]> {
  if (chosen) return chosen;
  const root = join(cacheDir(), "images/storage");
  mkdirSync(root, { recursive: true });
  const options = (driver: string) => [
    "--root",
    root,
    "--runroot",
    join(cacheDir(), "images/run"),
    "--storage-driver",
    driver,
  ];
  chosen = options((await succeeds([...options("overlay"), "info"])) ? "overlay" : "vfs");
  return chosen;
}

async function bootstrapDebian(base: string, logFile: string): Promise<void> {
  const archive = join(cacheDir(), "images", `debian.${process.pid}.tar`);
  try {
    await step("Bootstrap Debian trixie", () =>
      runCommand("mmdebstrap", [...bootstrap, archive], { logFile }),
    );
    const { stdout } = await execa("buildah", [...(await storage()), "from", "scratch"]);
    const container = stdout;
    for (const args of [
      ["add", container, archive, "/"],
      ["commit", "--rm", container, base],
    ]) {
      await runCommand("buildah", [...(await storage()), ...args], { logFile });
    }
  } finally {
    rmSync(archive, { force: true });
  }
}

async function succeeds(args: string[]): Promise<boolean> {
  return !(await execa("buildah", args, { reject: false })).failed;
}
