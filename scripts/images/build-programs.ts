import { existsSync } from "node:fs";
import { runCommand } from "../command";
import { step } from "../steps";

const wanted = ["buildah", "mmdebstrap"];

/** Installs from Debian what builds images without a daemon; rejects with what is needed elsewhere. */
export async function ensureBuildPrograms(): Promise<void> {
  const missing = wanted.filter((name) => !existsSync(`/usr/bin/${name}`));
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    throw new Error(
      "Images are built with docker or podman, and neither answers here. Start one of them; as root on Debian it goes without.",
    );
  }
  if (missing.length === 0) return;
  await step(`Install ${missing.join(" and ")} from Debian`, async () => {
    await apt(["update"]);
    await apt(["install", "--yes", "--no-install-recommends", ...missing]);
  });
}

/** Another apt may be at work at the same time: it is waited for. */
async function apt(args: string[]): Promise<void> {
  await runCommand("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeoutMs: 10 * 60_000,
  });
}
