import { existsSync } from "node:fs";
import { installPackages } from "../shell/debian-packages";

export const debianChromium = "/usr/bin/chromium";

/** The browser of the browser tests, with a font to take screenshots with: Debian's, where this is a Debian. */
export async function ensureChromium(): Promise<void> {
  if (existsSync(debianChromium) || !existsSync("/usr/bin/apt-get")) return;
  await installPackages(["chromium", "fonts-liberation"]);
}
