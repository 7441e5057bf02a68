import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** The name of this process in leases: host, pid and a random part, because pids are reused. */
export function newProcessIdentity(): string {
  return `${hostname()}/${process.pid}/${randomBytes(6).toString("hex")}`;
}

/** Whether the process of an identity may still run. A process of another host can't be checked, so it may. */
export function mayBeAlive(identity: string): boolean {
  const [host, pid] = identity.split("/");
  if (host !== hostname()) return true;
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
