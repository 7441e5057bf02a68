import { readFileSync } from "node:fs";
import { execa } from "execa";

/** Lists the mount points at or below a directory, the innermost and latest first. */
export function listMounts(
  directory: string,
  mountinfo = readFileSync("/proc/self/mountinfo", "utf8"),
): string[] {
  return mountinfo
    .split("\n")
    .map((line) => unescapeOctal(line.split(" ")[4] ?? ""))
    .filter((point) => point === directory || point.startsWith(`${directory}/`))
    .reverse();
}

/** Unmounts everything at or below a directory. A busy mount is detached, and disappears after its last use. */
export async function unmountAll(directory: string): Promise<void> {
  for (const point of listMounts(directory)) {
    await execa("umount", [point]).catch(() => execa("umount", ["--lazy", point]));
  }
  const left = listMounts(directory);
  if (left.length > 0) throw new Error(`Could not be unmounted: ${left.join(", ")}`);
}

function unescapeOctal(text: string): string {
  return text.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
}
