import { existsSync } from "node:fs";
import { runCommand } from "../command";

export const debianChromium = "/usr/bin/chromium";

/** The browser of the browser tests, with a font to take screenshots with: Debian's, where this is a Debian. */
export async function ensureChromium(): Promise<void> {
  if (existsSync(debianChromium)) return;
  if (!existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Other stages may be installing packages at the same time.
  const lock = ["-o", "DPkg::Lock::Timeout=900"];
  await runCommand("apt-get", [...lock, "update"], { env, timeoutMs: 10 * 60_000 });
  const packages = ["chromium", "fonts-liberation"];
  await runCommand("apt-get", [...lock, "install", "-y", "--no-install-recommends", ...packages], {
    env,
    timeoutMs: 20 * 60_000,
  });
}
