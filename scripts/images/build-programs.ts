import { existsSync } from "node:fs";
import { installPackages } from "../shell/debian-packages";
import { step } from "../shell/steps";

const wanted = ["buildah", "mmdebstrap"];

/** Installs the programs that build images without a daemon. Throws with advice on other systems than Debian. */
export async function ensureBuildPrograms(): Promise<void> {
  const missing = wanted.filter((name) => !existsSync(`/usr/bin/${name}`));
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    throw new Error(
      "Docker or podman is needed to build images, and neither answers. Start one of them. As root on Debian, neither is needed.",
    );
  }
  if (missing.length === 0) return;
  await step(`Install ${missing.join(" and ")} from Debian`, () => installPackages(missing));
}
