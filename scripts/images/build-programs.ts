import { existsSync } from "node:fs";
import { installPackages } from "../shell/debian-packages";
import { step } from "../shell/steps";

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
  await step(`Install ${missing.join(" and ")} from Debian`, () => installPackages(missing));
}
