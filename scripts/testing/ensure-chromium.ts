import { existsSync } from "node:fs";
import { installPackages } from "../shell/debian-packages";

export const debianChromium = "/usr/bin/chromium-headless-shell";

/**
 * Installs Debian's Chromium for the browser tests, with a font for screenshots. The headless build draws no windows, so
 * it takes less of the processor. Does nothing on other systems.
 */
export async function ensureChromium(): Promise<void> {
  if (existsSync(debianChromium) || !existsSync("/usr/bin/apt-get")) return;
  await installPackages(["chromium-headless-shell", "fonts-liberation"]);
}
