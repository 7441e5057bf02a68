import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, on all machines that this runs on. */
const msPerTick = 10;

/** CPU time that a process has taken so far, its threads' included. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // After the name, which may hold anything but a closing parenthesis last.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}
