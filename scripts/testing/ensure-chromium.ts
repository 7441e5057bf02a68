import { existsSync } from "node:fs";
import { installPackages } from "../shell/debian-packages";

export const debianChromium = "/usr/bin/chromium";

/** Installs Debian's Chromium for the browser tests, with a font for screenshots. Does nothing on other systems. */
export async function ensureChromium(): Promise<void> {
  if (existsSync(debianChromium) || !existsSync("/usr/bin/apt-get")) return;
  await installPackages(["chromium", "fonts-liberation"]);
}
